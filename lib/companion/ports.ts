import type { Clock } from '../clock';
import type { Derive, KdfCosts, Random } from '../crypto';
import type { Mail } from './records';
import type { Store, Tx } from './store';

/** Delivers a mail within the transaction of the command that sends it. */
export type Mailer = (tx: Tx, mail: Mail) => Promise<void>;

/** All that the companion needs from outside. */
export interface CompanionPorts {
  readonly store: Store;
  /** The machine's time. Deadlines go by it plus the demo clock's offset, time steps by it alone. */
  readonly clock: Clock;
  readonly random: Random;
  readonly derive: Derive;
  /** Cost of passwords and backup codes that are hashed from now on. */
  readonly kdfCosts: KdfCosts;
  readonly mailer: Mailer;
  /** Called after every change with the page that made it, to tell other pages to read again. */
  readonly announce: (changedBy: string | null) => void;
}
