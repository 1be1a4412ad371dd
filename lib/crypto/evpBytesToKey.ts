import { md5 } from '@noble/hashes/legacy.js';

/**
 * Derives an AES-256 key and an IV with OpenSSL's EVP_BytesToKey (MD5, one round), as crypto-js does for
 * passphrases. `salt` has 8 bytes. The derivation is weak, so it is used only to read files of other apps.
 */
export function evpBytesToKey({
  passphrase,
  salt,
}: {
  readonly passphrase: Uint8Array;
  readonly salt: Uint8Array;
}): { key: Uint8Array; iv: Uint8Array } {
  const bytes = new Uint8Array(48);
  let block: Uint8Array = new Uint8Array();
  for (let at = 0; at < bytes.length; at += block.length) {
    block = md5(new Uint8Array([...block, ...passphrase, ...salt]));
    bytes.set(block, at);
  }
  return { key: bytes.slice(0, 32), iv: bytes.slice(32) };
}
