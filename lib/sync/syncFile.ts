/**
 * # The sync file, version 1
 *
 * All numbers are unsigned and big-endian. HKDF uses SHA-256 and returns 32 bytes. `lengthPrefixed(f1, f2, …)` joins
 * the fields, each after its length in 4 bytes. A text is encoded in UTF-8, a number in 4 bytes.
 *
 * A file's name is `tessera-<set>-<replica>-<seq>.tsync`: 8 hex digits, 16 hex digits and 8 decimal digits, all in
 * lower case. A file is never written twice, and opens only under its own name.
 *
 *     offset  length  what
 *     0       8       the letters TESSERAS
 *     8       1       version of this format: 1
 *     9       1       cipher: 1 is XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03)
 *     10      4       epoch of the sync key
 *     14      24      nonce
 *     38      to end  the sealed content, with its 16-byte tag at the end
 *
 * The file's key is HKDF(key: sync key of the epoch, salt: the set's 8 digits as text,
 * info: lengthPrefixed("tessera-sync/1", "file", epoch)). The associated data is
 * lengthPrefixed("tessera-sync/1", set, replica, seq, epoch), with set and replica as texts.
 *
 * The content is a length in 4 bytes, that many bytes of raw DEFLATE (RFC 1951), and zeros up to a multiple of
 * 4,096. The inflated content is JSON in UTF-8, which `syncContent.ts` describes.
 */
import {
  concat,
  lengthPrefixed,
  fromUtf8,
  hkdfSha256,
  nonceLength,
  seal,
  tagLength,
  uint32,
  unseal,
  utf8,
  type Random,
} from '../crypto';
import { AppError } from '../errors';
import { deflate, inflate } from './deflate';
import type { SyncKey } from './SyncKey';
import type { ReplicaId } from './stamp';

const domain = 'tessera-sync/1';
const magic = utf8('TESSERAS');
const version = 1;
const cipher = 1;
const headerLength = 14 + nonceLength;
const step = 4096;

/** Maximum size of a file in bytes. The inflated content has the same limit. */
export const longestFile = 32 * 1024 * 1024;

/** Identifies a file by its set, replica and number. */
export interface FilePlace {
  /** The id of the sync set: 8 hex digits. */
  readonly set: string;
  readonly replica: ReplicaId;
  /** The number of the file: 1 to 99,999,999. */
  readonly seq: number;
}

const form = /^tessera-([0-9a-f]{8})-([0-9a-f]{16})-(\d{8})\.tsync$/;

export const fileName = ({ set, replica, seq }: FilePlace): string =>
  `tessera-${set}-${replica}-${String(seq).padStart(8, '0')}.tsync`;

/** Parses a file name. Returns null if the name isn't the name of a sync file. */
export function parseFileName(name: string): FilePlace | null {
  const [, set, replica, seq] = form.exec(name) ?? [];
  return set === undefined || replica === undefined ? null : { set, replica, seq: Number(seq) };
}

const keyOf = ({ key, epoch }: SyncKey, set: string) =>
  hkdfSha256({ key, salt: utf8(set), info: lengthPrefixed([domain, 'file', epoch]) });

const contextOf = ({ set, replica, seq }: FilePlace, epoch: number) =>
  lengthPrefixed([domain, set, replica, seq, epoch]);

/** Encodes a file whose content is this text. */
export async function encodeSyncFile(
  place: FilePlace,
  text: string,
  key: SyncKey,
  random: Random,
): Promise<Uint8Array> {
  const packed = await deflate(utf8(text));
  const used = 4 + packed.length;
  const padding = new Uint8Array(Math.ceil(used / step) * step - used);
  const content = concat(uint32(packed.length), packed, padding);
  const nonce = random(nonceLength);
  const sealed = seal(
    { key: keyOf(key, place.set), nonce, context: contextOf(place, key.epoch) },
    content,
  );
  return concat(magic, Uint8Array.of(version, cipher), uint32(key.epoch), nonce, sealed);
}

/**
 * Opens the content of a file. Returns null if the file is truncated, altered, renamed, or sealed with another
 * key. Throws `sync/too-new` if only a newer version can read the file.
 */
export async function decodeSyncFile(
  place: FilePlace,
  bytes: Uint8Array,
  key: SyncKey,
): Promise<string | null> {
  if (bytes.length < headerLength + tagLength || bytes.length > longestFile) return null;
  if (!magic.every((byte, at) => bytes[at] === byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  if (view.getUint8(8) > version || view.getUint8(9) > cipher) throw new AppError('sync/too-new');
  if (view.getUint8(8) !== version || view.getUint8(9) !== cipher) return null;
  if (view.getUint32(10) !== key.epoch) return null;
  const nonce = bytes.subarray(14, headerLength);
  const sealed = bytes.subarray(headerLength);
  const content = unseal(
    { key: keyOf(key, place.set), nonce, context: contextOf(place, key.epoch) },
    sealed,
  );
  if (!content || content.length < step || content.length % step !== 0) return null;
  const length = new DataView(content.buffer, content.byteOffset).getUint32(0);
  if (4 + length > content.length || content.length - 4 - length >= step) return null;
  if (content.subarray(4 + length).some((byte) => byte !== 0)) return null;
  const inflated = await inflate(content.subarray(4, 4 + length), longestFile);
  return inflated && fromUtf8(inflated);
}
