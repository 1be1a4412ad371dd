import { isFields } from './isFields';
import type { SetKey } from './setKey';
import type { SyncMemory } from './SyncMemory';
import type { SyncPlace } from './SyncPlace';

/** The sync data of a replica, as JSON, encrypted in the vault beside the entries. */
export interface SyncRecord {
  readonly v: 1;
  readonly place: SyncPlace;
  readonly paused: boolean;
  readonly memory: SyncMemory;
  /**
   * Ids of entries that another replica purged and that were added again. Kept until the user dismisses the
   * notice.
   */
  readonly again: readonly string[];
  /** Whether the store returned to an older state. Kept until the user dismisses the notice. */
  readonly wentBack: boolean;
  /**
   * Ids of entries from which the user must choose after a long absence, or null if there is nothing to choose.
   */
  readonly strangers: readonly string[] | null;
}

const isRecord = (value: unknown): value is SyncRecord =>
  isFields(value) && value['v'] === 1 && 'memory' in value;

/**
 * Returns the vault's record, or null if sync isn't set up. The vault authenticates the record, so only Tessera
 * can have written it.
 */
export const readRecord = (value: unknown): SyncRecord | null => (isRecord(value) ? value : null);

/**
 * Returns the memory of a replica that has just joined a sync set. `purged` holds the vault's earlier tombstones.
 */
export const newMemory = (
  { set, epoch, key }: SetKey,
  name: string,
  purged: SyncMemory['purged'] = [],
): SyncMemory => ({
  set,
  epoch,
  key,
  name,
  seq: 0,
  pending: null,
  covered: null,
  devices: {},
  purged,
  unreadable: {},
  lastRound: null,
});

export const newRecord = (place: SyncPlace, memory: SyncMemory): SyncRecord => ({
  v: 1,
  place,
  paused: false,
  memory,
  again: [],
  wentBack: false,
  strangers: null,
});
