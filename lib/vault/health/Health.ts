import type { SnapshotText } from '../storage/snapshotText';

/** `primary` is IndexedDB, `mirror` the extension's local storage. */
export type StoreName = 'primary' | 'mirror';

/**
 * What was found wrong with the stored data:
 * - `format-newer`: a newer version wrote it, so nothing is repaired here.
 * - `store-empty`, `store-behind`, `store-unavailable`, `store-lost` (reported by the browser), `store-foreign`
 *   (it holds another vault, which stays untouched): a whole store.
 * - `head-damaged`, `head-rolled-back`: the head.
 * - `record-…`: one record is missing, altered, replaced by an old copy, already removed, or another vault's.
 */
export type FindingKind =
  | 'format-newer'
  | 'store-empty'
  | 'store-behind'
  | 'store-unavailable'
  | 'store-lost'
  | 'store-foreign'
  | 'head-damaged'
  | 'head-rolled-back'
  | 'record-missing'
  | 'record-damaged'
  | 'record-replayed'
  | 'record-leftover'
  | 'record-foreign';

/** One finding, and whether it was repaired. */
export interface Finding {
  readonly kind: FindingKind;
  /** The store concerned; absent if both are. */
  readonly store?: StoreName;
  /** The record's id. */
  readonly id?: string;
  readonly healed: boolean;
}

/** The report of verifying every record of both stores. */
export interface HealthReport {
  /** Milliseconds since the Unix epoch. */
  readonly checkedAt: number;
  readonly records: number;
  readonly sound: number;
  readonly findings: readonly Finding[];
}

/** The raw content of both stores, still encrypted. */
export interface RescueFile {
  readonly format: 'tessera-rescue';
  /** Milliseconds since the Unix epoch. */
  readonly savedAt: number;
  readonly primary: SnapshotText;
  readonly mirror: SnapshotText;
}
