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
  /** Hash of the bearer token, or null if the request has no token. */
  readonly tokenHash: string | null;
  /** Browser and system, such as "Chromium on Linux", by which people recognize a session. */
  readonly device: string;
  /** Hash of the browser profile's random id, or null if the request carries no id. */
  readonly client: string | null;
  /** The network address, if the server knows it. */
  readonly address: string | null;
  /** True for automatic refreshes, which don't extend a session. */
  readonly passive: boolean;
  /** Id of the page that sent the request, or null. */
  readonly page: string | null;
}

/** The caller of the service's own background work. */
export const systemCaller: Caller = {
  tokenHash: null,
  device: '',
  client: null,
  address: null,
  passive: true,
  page: null,
};

/**
 * Returns the key for rate limits per client. Prefers the network address, because a client can change its id.
 */
export const clientKey = ({ address, client }: Caller): string => address ?? client ?? 'unknown';
