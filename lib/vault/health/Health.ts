/** `primary` is IndexedDB, `mirror` the extension's local storage. */
export type StoreName = 'primary' | 'mirror';

/**
 * What was found wrong with what is stored:
 * - `format-newer`: a newer version wrote it, so nothing is repaired here.
 * - `store-empty`, `store-behind`, `store-unavailable`, `store-lost` (the browser said so), `store-foreign` (it
 *   holds another vault, which is not touched): a whole store.
 * - `head-damaged`, `head-rolled-back`: what holds the vault together.
 * - `record-…`: one record is missing, altered, an old copy put back, removed long ago, or another vault's.
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

/** One thing that was found, and whether it could be put right. */
export interface Finding {
  readonly kind: FindingKind;
  /** Where; absent where it concerns both. */
  readonly store?: StoreName;
  /** The record's id. */
  readonly id?: string;
  readonly healed: boolean;
}

/** What verifying every record of both stores came to. */
export interface HealthReport {
  /** Milliseconds since the Unix epoch. */
  readonly checkedAt: number;
  readonly records: number;
  readonly sound: number;
  readonly findings: readonly Finding[];
}

/** One store as it is: the head's text, and every record as base64url. */
export interface RescueStore {
  readonly head: string | null;
  readonly records: Readonly<Record<string, string>>;
}

/** Both stores as they are, sealed. */
export interface RescueFile {
  readonly format: 'tessera-rescue';
  /** Milliseconds since the Unix epoch. */
  readonly savedAt: number;
  readonly primary: RescueStore;
  readonly mirror: RescueStore;
}
