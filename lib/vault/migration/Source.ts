import type { StoredHead } from '../format/Head';
import type { StoreName } from '../health/Health';
import type { Snapshot, Store } from '../storage/Store';
import type { RecordReader } from './recordReader';
import type { FormatUpgrade } from './FormatUpgrade';

/** A store that holds an earlier version of the vault. */
export interface Source {
  readonly name: StoreName;
  readonly store: Store;
  readonly step: FormatUpgrade;
  readonly older: RecordReader;
  /** The whole content of the store, by key. */
  readonly held: Snapshot;
  /**
   * The earlier head, or null if it is damaged. In that case only the records are migrated, and the repair
   * restores the head.
   */
  readonly head: StoredHead | null;
  /** The head and the records in the current format, by record id. */
  readonly next: Snapshot;
}
