import {
  concat,
  lengthPrefixed,
  nonceLength,
  seal,
  tagLength,
  uint32,
  unseal,
  type Random,
} from '../../crypto';
import { domain, formatVersion, type EpochKeys } from './keys';
import { pad, unpad } from './pad';

/** The number of XChaCha20-Poly1305. Other numbers are reserved for other ciphers. */
const algorithm = 1;

const headerLength = 10 + nonceLength;

/** The plaintext header of a record. */
export interface RecordHeader {
  /** The vault's revision at which the record was written. */
  readonly version: number;
  readonly epoch: number;
}

/**
 * The first fields of a record's context, encoded. They are kept, because all records of a vault share them.
 */
let shared: { vault: string; fields: Uint8Array } = { vault: '', fields: new Uint8Array() };

function context(vault: string, id: string, { version, epoch }: RecordHeader): Uint8Array {
  if (shared.vault !== vault)
    shared = { vault, fields: lengthPrefixed([domain, vault, 'entries']) };
  return concat(shared.fields, lengthPrefixed([id, version, epoch]));
}

/** A sound record: its encrypted bytes, and the content that they decrypt to. */
export interface OpenedRecord {
  readonly bytes: Uint8Array;
  readonly content: Uint8Array;
}

/**
 * Encrypts one record: format (1 byte), algorithm (1), version (4), epoch (4), nonce (24), then the encrypted
 * padded content with its tag. The record opens only with the same id, version, epoch and vault.
 */
export function sealRecord(
  keys: EpochKeys,
  { id, version }: { readonly id: string; readonly version: number },
  content: Uint8Array,
  random: Random,
): Uint8Array {
  const header = { version, epoch: keys.epoch };
  const nonce = random(nonceLength);
  return concat(
    Uint8Array.of(formatVersion, algorithm),
    uint32(version),
    uint32(keys.epoch),
    nonce,
    seal({ key: keys.record, nonce, context: context(keys.vault, id, header) }, pad(content)),
  );
}

/** Parses the header of a record. Returns null if the bytes aren't a record of this format. */
export function recordHeader(bytes: Uint8Array): RecordHeader | null {
  if (bytes.length < headerLength + tagLength) return null;
  if (bytes[0] !== formatVersion || bytes[1] !== algorithm) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { version: view.getUint32(2), epoch: view.getUint32(6) };
}

/** Decrypts the content of a record. Returns null if the record was changed, or moved to another id or vault. */
export function openRecord(keys: EpochKeys, id: string, bytes: Uint8Array): Uint8Array | null {
  const header = recordHeader(bytes);
  if (!header || header.epoch !== keys.epoch) return null;
  const nonce = bytes.subarray(10, headerLength);
  const sealed = bytes.subarray(headerLength);
  const padded = unseal(
    { key: keys.record, nonce, context: context(keys.vault, id, header) },
    sealed,
  );
  return padded && unpad(padded);
}
