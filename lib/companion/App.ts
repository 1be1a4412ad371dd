import type { Passwords } from './mechanism/passwords';
import type { Sealer } from './mechanism/sealing';
import type { CompanionPorts } from './ports';

/** What every flow works with. */
export interface App {
  readonly ports: CompanionPorts;
  readonly sealer: Sealer;
  readonly passwords: Passwords;
}

/** Who calls, as the transport tells it. */
export interface Caller {
  /** Hash of the bearer token; null without one. */
  readonly tokenHash: string | null;
  /** For people to recognize a session by. */
  readonly device: string;
  /** Hash of the random id that the browser profile keeps; null if it sends none. */
  readonly client: string | null;
  /** The network address, where a server knows one. */
  readonly address: string | null;
  /** Whether a person caused the request: a page that refreshes itself keeps no session alive. */
  readonly passive: boolean;
  /** The open page that sent the request, if it said so. */
  readonly page: string | null;
}

/** The service itself, where nobody calls. */
export const systemCaller: Caller = {
  tokenHash: null,
  device: '',
  client: null,
  address: null,
  passive: true,
  page: null,
};

/** What limits per client count by: the network address if there is one, as an id can be made up anew. */
export const clientKey = ({ address, client }: Caller): string => address ?? client ?? 'unknown';
