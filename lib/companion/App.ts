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
  /** For people to recognise a session by. */
  readonly device: string;
  /** The open page that sent the request, if it said so. */
  readonly page?: string | null;
}
