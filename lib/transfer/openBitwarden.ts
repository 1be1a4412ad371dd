import {
  concat,
  timingSafeEqual,
  hkdfExpand,
  hmacSha256,
  openAesCbc,
  sha256,
  utf8,
  type Derive,
} from '../crypto';
import { AppError } from '../errors';
import { fromBase64 } from './base64';
import { type Fields, fields, text } from './fields';
import type { ReadTools } from './Format';
import { openJson } from './openJson';
import { integerField } from './requiredFields';

/**
 * Opens a password-protected export of Bitwarden. Returns null if the password is missing. A wrong password fails
 * at the MAC of the first part, before anything is decrypted.
 */
export async function openBitwarden(
  file: Fields,
  { password, derive }: Pick<ReadTools, 'password' | 'derive'>,
): Promise<Fields | null> {
  if (password === null) return null;
  const key = await masterKey(file, utf8(password), derive);
  const keys = { enc: hkdfExpand(key, 'enc'), mac: hkdfExpand(key, 'mac') };
  const proof = await openPart(text(file['encKeyValidation_DO_NOT_EDIT']), keys);
  if (proof === null) throw new AppError('format/wrong-password');
  return fields(openJson(await openPart(text(file['data']), keys)));
}

function masterKey(file: Fields, password: Uint8Array, derive: Derive): Promise<Uint8Array> {
  // The salt looks like base64, but Bitwarden uses its characters without decoding them.
  const salt = utf8(text(file['salt']));
  if (file['kdfType'] === 0) {
    const iterations = integerField(file['kdfIterations']);
    return derive({ kind: 'pbkdf2', hash: 'SHA-256', password, salt, iterations, length: 32 });
  }
  if (file['kdfType'] !== 1) throw new AppError('format/too-new');
  return derive({
    kind: 'argon2id',
    password,
    salt: sha256(salt),
    memory: integerField(file['kdfMemory']) * 1024,
    passes: integerField(file['kdfIterations']),
    lanes: integerField(file['kdfParallelism']),
  });
}

/** Decrypts an EncString of type 2, `2.iv|ciphertext|mac`. Returns null if the MAC doesn't match. */
async function openPart(
  part: string,
  keys: { readonly enc: Uint8Array; readonly mac: Uint8Array },
): Promise<Uint8Array | null> {
  const [iv, sealed, mac] = part.replace(/^2\./, '').split('|').map(fromBase64);
  if (!part.startsWith('2.') || !iv || !sealed || !mac) throw new AppError('format/damaged');
  if (!timingSafeEqual(hmacSha256({ key: keys.mac, message: concat(iv, sealed) }), mac))
    return null;
  return openAesCbc({ key: keys.enc, iv }, sealed);
}
