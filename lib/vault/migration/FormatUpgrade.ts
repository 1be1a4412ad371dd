import type { StoredHead } from '../format/Head';
import type { EpochKeys } from '../format/keys';
import type { RecordHeader } from '../format/record';

/**
 * The way from one format version to the next: the frozen readers of the earlier one, and what its records say
 * in the later one. Pure functions, which know of no store.
 */
export interface FormatUpgrade {
  /** The version that it reads; it leads to the one after that. */
  readonly from: number;
  /** A head out of its text, in today's terms, or null. Slots have a version of their own and stay as they are. */
  decodeHead(text: string): StoredHead | null;
  deriveKeys(vaultKey: Uint8Array, vault: string, epoch: number): EpochKeys;
  recordHeader(bytes: Uint8Array): RecordHeader | null;
  openRecord(keys: EpochKeys, id: string, bytes: Uint8Array): Uint8Array | null;
  /** The content of a record in the next version. Throws where that can't be said: then nothing is migrated. */
  upgradeContent(content: Uint8Array): Uint8Array;
}
