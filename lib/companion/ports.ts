import type { Clock } from '../clock';
import type { Derive, KdfCosts, Random } from '../crypto';
import type { Mail } from './records';
import type { Store, Tx } from './store';

/** Delivers a mail within the transaction of the command that sends it. */
export type Mailer = (tx: Tx, mail: Mail) => Promise<void>;

/** A person as an identity provider knows them. */
export interface Profile {
  /** The provider's own id of the person. */
  readonly sub: string;
  readonly name: string;
  readonly email: string;
  /** Whether the provider vouches for the address. */
  readonly verified: boolean;
}

/** All that the companion needs from outside. */
export interface CompanionPorts {
  readonly store: Store;
  /** Returns the AES-256-GCM key that seals secrets at rest: the same one after every restart. */
  readonly sealingKey: () => Promise<CryptoKey>;
  /** The machine's time. Deadlines go by it plus the demo clock's offset, time steps by it alone. */
  readonly clock: Clock;
  readonly random: Random;
  readonly derive: Derive;
  /** Cost of passwords and backup codes that are hashed from now on. */
  readonly kdfCosts: KdfCosts;
  readonly mailer: Mailer;
  /** Called after every change with the page that made it, to tell other pages to read again. */
  readonly announce: (changedBy: string | null) => void;
  /** Returns whom an identity provider knows by this id, or null. */
  readonly profileOf: (sub: string) => Profile | null;
  /** Returns the network address that a request came from. Left out where there is none. */
  readonly addressOf?: (request: Request) => string | null;
}
