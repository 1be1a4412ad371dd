import type { Clock } from '../clock';
import type { Derive, KdfCosts, Random } from '../crypto';
import type { Mail } from './records';
import type { Store, Tx } from './store';

/** Delivers a mail within the transaction of the command that sends it. */
export type Mailer = (tx: Tx, mail: Mail) => Promise<void>;

/** A person as an identity provider reports them. */
export interface Profile {
  /** The provider's own id of the person. */
  readonly sub: string;
  readonly name: string;
  readonly email: string;
  /** Whether the provider verified the address. */
  readonly verified: boolean;
}

/** The dependencies of the companion. */
export interface CompanionPorts {
  readonly store: Store;
  /** Returns the AES-256-GCM key that seals secrets at rest. It must be the same after a restart. */
  readonly sealingKey: () => Promise<CryptoKey>;
  /**
   * Returns the machine's time. Deadlines use it plus the demo clock's offset, time steps use it
   * directly.
   */
  readonly clock: Clock;
  readonly random: Random;
  readonly derive: Derive;
  /** Cost of new hashes of passwords and backup codes. */
  readonly kdfCosts: KdfCosts;
  readonly mailer: Mailer;
  /** Called after every change with the page that made it, so that other pages refresh. */
  readonly announce: (changedBy: string | null) => void;
  /** Returns the person with this id at the identity provider, or null. */
  readonly profileOf: (sub: string) => Profile | null;
  /** Returns the network address of a request. Absent if there is none. */
  readonly addressOf?: (request: Request) => string | null;
}
