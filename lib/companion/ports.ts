import type { Clock } from '../clock';
import type { Derive, KdfCosts, Random } from '../crypto';
import type { Mail } from './records';
import type { Store, Tx } from './store';

/** Delivers a mail inside the transaction of the command that sends it. */
export type Mailer = (tx: Tx, mail: Mail) => Promise<void>;

/** A person's profile at an identity provider. */
export interface Profile {
  /** The person's id at the provider. */
  readonly sub: string;
  readonly name: string;
  readonly email: string;
  /** Whether the provider verified the address. */
  readonly verified: boolean;
}

/** The dependencies of the companion. */
export interface CompanionPorts {
  readonly store: Store;
  /** Returns the AES-256-GCM key that seals secrets at rest. A restart must not change the key. */
  readonly sealingKey: () => Promise<CryptoKey>;
  /**
   * Returns the machine's time in milliseconds. Time steps use this time; deadlines add the demo clock's offset.
   */
  readonly clock: Clock;
  readonly random: Random;
  readonly derive: Derive;
  /** Costs of new password hashes and backup-code hashes. */
  readonly kdfCosts: KdfCosts;
  readonly mailer: Mailer;
  /** Called after every command with the id of the page that sent the command, so that other pages refresh. */
  readonly announce: (changedBy: string | null) => void;
  /** Returns the profile with the id `sub` at the identity provider, or null. */
  readonly profileOf: (sub: string) => Profile | null;
  /** Returns the network address of a request, or null. Absent where the transport has no addresses. */
  readonly addressOf?: (request: Request) => string | null;
}
