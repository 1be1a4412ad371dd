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
  /** All that it holds, by name. */
  readonly held: Snapshot;
  /** Null where it is damaged: then the records alone count, and healing brings the head. */
  readonly head: StoredHead | null;
  /** What it comes to in our own format, by id. */
  readonly next: Snapshot;
}
