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
  /** Everything in the store, by key. */
  readonly held: Snapshot;
  /** Null if it is damaged: then only the records count, and repairing restores the head. */
  readonly head: StoredHead | null;
  /** The records converted to the current format, by id. */
  readonly next: Snapshot;
}
