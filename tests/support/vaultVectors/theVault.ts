import { concat, hmacSha256, toBase64url, uint32, utf8 } from '../../../lib/crypto';
import { deriveKeys } from '../../../lib/vault/format/keys';

/** The vault that all vectors use: its id, its key and its passphrase. */
export const vault = toBase64url(
  hmacSha256({ key: utf8('vectors'), message: utf8('vault') }).subarray(0, 16),
);
export const vaultKey = hmacSha256({ key: utf8('vectors'), message: utf8('key') });
export const passphrase = 'correct horse battery staple';
export const recoveryKey = hmacSha256({ key: utf8('vectors'), message: utf8('recovery') }).subarray(
  0,
  20,
);
export const base = { costs: { memory: 19_456, passes: 2, lanes: 1 } };

let counter = 0;
/** Returns pseudorandom bytes. The same calls in the same order return the same bytes. */
export const random = (length: number) => {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, () =>
    hmacSha256({ key: utf8('vectors'), message: uint32(counter++) }),
  );
  return concat(...blocks).subarray(0, length);
};

export const text = toBase64url;
/** Returns the bytes with one bit flipped. A negative index counts from the end. */
export const flip = (bytes: Uint8Array, bit: number) => {
  const copy = bytes.slice();
  const at = ((bit % (bytes.length * 8)) + bytes.length * 8) % (bytes.length * 8);
  copy[at >> 3] = (copy[at >> 3] ?? 0) ^ (1 << (at & 7));
  return copy;
};

/** The derived keys of the vault, of another vault, and of the vault after its key was replaced. */
export const keys = deriveKeys(vaultKey, vault, 1);
export const other = deriveKeys(vaultKey, text(random(16)), 1);
export const later = deriveKeys(vaultKey, vault, 2);
