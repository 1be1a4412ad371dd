import { openAesCbc, evpBytesToKey, utf8 } from '../crypto';
import { fromBase64 } from './base64';

const magic = 'Salted__';

/**
 * Decrypts the output of crypto-js's `AES.encrypt(text, passphrase)`, which is base64 of OpenSSL's salted form.
 * Returns null for any other form, or if the padding shows a wrong passphrase.
 */
export async function openCryptoJs(
  sealed: string,
  passphrase: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = fromBase64(sealed);
  if (!bytes || String.fromCharCode(...bytes.subarray(0, 8)) !== magic) return null;
  const { key, iv } = evpBytesToKey({ passphrase: utf8(passphrase), salt: bytes.subarray(8, 16) });
  return openAesCbc({ key, iv }, bytes.subarray(16));
}
