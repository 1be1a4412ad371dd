import {
  concat,
  hmacSha256,
  lengthPrefixed,
  nonceLength,
  seal,
  tagLength,
  toBase64url,
  uint32,
  unseal,
  utf8,
  type Random,
} from '../../crypto';
import { domain } from '../format/keys';
import { pad, unpad } from '../format/pad';
import type { IconKeys } from './iconKeys';

const format = 1;
/** XChaCha20-Poly1305, as in records. */
const cipher = 1;
const headerLength = 6 + nonceLength;

/** The place of a picture in the database. Neither the key nor the sealed bytes reveal the picture's name. */
export interface PicturePlace {
  readonly vault: string;
  /** Base64url of 16 bytes. */
  readonly id: string;
}

export const placeOf = (vault: string, name: string, { names }: IconKeys): PicturePlace => ({
  vault,
  id: toBase64url(hmacSha256({ key: names, message: utf8(name) }).subarray(0, 16)),
});

/** The prefix of the database keys of a vault's pictures. */
export const prefixOf = (vault: string): string => `${vault}.`;

export const databaseKey = ({ vault, id }: PicturePlace): string => prefixOf(vault) + id;

const context = ({ vault, id }: PicturePlace, epoch: number) =>
  lengthPrefixed([domain, vault, 'icons', id, epoch]);

/**
 * Encrypts a picture with the key of an epoch: format (1 byte), cipher (1), epoch (4), nonce (24), then the
 * encrypted padded content with its tag. The result opens only at the same place.
 */
export function sealPicture(
  place: PicturePlace,
  content: Uint8Array,
  { keys }: IconKeys,
  { epoch, random }: { readonly epoch: number; readonly random: Random },
): Uint8Array {
  const key = keys.get(epoch);
  if (!key) throw new RangeError('The epoch has no key for pictures');
  const nonce = random(nonceLength);
  return concat(
    Uint8Array.of(format, cipher),
    uint32(epoch),
    nonce,
    seal({ key, nonce, context: context(place, epoch) }, pad(content)),
  );
}

/** Decrypts a picture. Returns null if the bytes were changed, or moved to another place. */
export function openPicture(
  place: PicturePlace,
  bytes: Uint8Array | undefined,
  { keys }: IconKeys,
): Uint8Array | null {
  if (!bytes || bytes.length < headerLength + tagLength) return null;
  if (bytes[0] !== format || bytes[1] !== cipher) return null;
  const epoch = new DataView(bytes.buffer, bytes.byteOffset).getUint32(2);
  const key = keys.get(epoch);
  if (!key) return null;
  const nonce = bytes.subarray(6, headerLength);
  const padded = unseal(
    { key, nonce, context: context(place, epoch) },
    bytes.subarray(headerLength),
  );
  return padded && unpad(padded);
}
