import type { StoredHead } from '../format/Head';
import type { EpochKeys } from '../format/keys';
import type { RecordHeader } from '../format/record';

/**
 * The upgrade from one format version to the next: frozen readers of the earlier version, and a conversion of its
 * records. Pure functions that access no store.
 */
export interface FormatUpgrade {
  /** The version that this upgrade converts to the next version. */
  readonly from: number;
  /**
   * Parses a head into the current form, or returns null. Slots stay unchanged, because they have their own
   * version.
   */
  decodeHead(text: string): StoredHead | null;
  deriveKeys(vaultKey: Uint8Array, vault: string, epoch: number): EpochKeys;
  recordHeader(bytes: Uint8Array): RecordHeader | null;
  openRecord(keys: EpochKeys, id: string, bytes: Uint8Array): Uint8Array | null;
  /**
   * Converts a record's content to the next version. Throws if the content can't be converted, which cancels the
   * whole migration.
   */
  upgradeContent(content: Uint8Array): Uint8Array;
}
