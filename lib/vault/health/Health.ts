import type { SnapshotText } from '../storage/snapshotText';

/** `primary` is IndexedDB, `mirror` the extension's local storage. */
export type StoreName = 'primary' | 'mirror';

/**
 * What is wrong with the stored data:
 * - `format-newer`: a newer version wrote the vault, so this version repairs nothing.
 * - `store-…`: a whole store is empty, behind, unavailable, lost (reported by the browser), or holds another
 *   vault (`foreign`), which stays untouched.
 * - `vault-rolled-back`: both stores are older than a backup or the open session.
 * - `head-damaged`, `head-rolled-back`: the head was changed, or replaced by an old copy.
 * - `record-…`: one record is missing, damaged, replaced by an old copy (`replayed`), left over after its
 *   deletion, or belongs to another vault (`foreign`).
 */
export type FindingKind =
  | 'format-newer'
  | 'vault-rolled-back'
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

/** One problem, and whether it was repaired. */
export interface Finding {
  readonly kind: FindingKind;
  /** The affected store; absent if both stores are affected. */
  readonly store?: StoreName;
  /** The record's id. */
  readonly id?: string;
  readonly healed: boolean;
}

/** The result of verifying every record of both stores. */
export interface HealthReport {
  /** When the stores were verified, in milliseconds since the Unix epoch. */
  readonly checkedAt: number;
  readonly records: number;
  readonly sound: number;
  readonly findings: readonly Finding[];
}

/** The content of both stores, still encrypted. */
export interface RescueFile {
  readonly format: 'tessera-rescue';
  /** When the file was created, in milliseconds since the Unix epoch. */
  readonly savedAt: number;
  readonly primary: SnapshotText;
  readonly mirror: SnapshotText;
}
