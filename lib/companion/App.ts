import type { Passwords } from './mechanism/passwords';
import type { Sealer } from './mechanism/sealing';
import type { CompanionPorts } from './ports';

/** The dependencies of every flow. */
export interface App {
  readonly ports: CompanionPorts;
  readonly sealer: Sealer;
  readonly passwords: Passwords;
}

/** The caller, as the transport reports it. */
export interface Caller {
  /** Hash of the bearer token, or null without one. */
  readonly tokenHash: string | null;
  /** A label by which people recognize a session. */
  readonly device: string;
  /** Hash of the browser profile's random id, or null if it sends none. */
  readonly client: string | null;
  /** The network address, if the server knows it. */
  readonly address: string | null;
  /** Whether a person caused the request. Automatic refreshes don't extend a session. */
  readonly passive: boolean;
  /** The page that sent the request, if known. */
  readonly page: string | null;
}

/** The service itself, when there is no caller. */
export const systemCaller: Caller = {
  tokenHash: null,
  device: '',
  client: null,
  address: null,
  passive: true,
  page: null,
};

/**
 * Returns the key for rate limits per client: the network address if there is one, because a client can
 * change its id.
 */
export const clientKey = ({ address, client }: Caller): string => address ?? client ?? 'unknown';
