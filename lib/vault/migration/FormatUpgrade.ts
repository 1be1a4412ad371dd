import type { StoredHead } from '../format/Head';
import type { EpochKeys } from '../format/keys';
import type { RecordHeader } from '../format/record';

/**
 * The upgrade from one format version to the next: the frozen readers of the earlier one, and the conversion of
 * its records. Pure functions without access to a store.
 */
export interface FormatUpgrade {
  /** The version that it reads. It leads to the next one. */
  readonly from: number;
  /** Reads a head into the current form, or returns null. Slots have a version of their own and stay unchanged. */
  decodeHead(text: string): StoredHead | null;
  deriveKeys(vaultKey: Uint8Array, vault: string, epoch: number): EpochKeys;
  recordHeader(bytes: Uint8Array): RecordHeader | null;
  openRecord(keys: EpochKeys, id: string, bytes: Uint8Array): Uint8Array | null;
  /**
   * Converts the content of a record to the next version. Throws if that is impossible: then nothing is migrated.
   */
  upgradeContent(content: Uint8Array): Uint8Array;
}
