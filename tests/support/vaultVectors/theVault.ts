import { concat, hmacSha256, toBase64url, uint32, utf8 } from '../../../lib/crypto';
import { deriveKeys } from '../../../lib/vault/format/keys';

/** The subject of all vectors: one vault, its key, and what opens it. */
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
/** Repeatable: the same vectors result whenever they are generated in the same order. */
export const random = (length: number) => {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, () =>
    hmacSha256({ key: utf8('vectors'), message: uint32(counter++) }),
  );
  return concat(...blocks).subarray(0, length);
};

export const text = toBase64url;
/** Returns the same bytes with one bit flipped; a negative index counts from the end. */
export const flip = (bytes: Uint8Array, bit: number) => {
  const copy = bytes.slice();
  const at = ((bit % (bytes.length * 8)) + bytes.length * 8) % (bytes.length * 8);
  copy[at >> 3] = (copy[at >> 3] ?? 0) ^ (1 << (at & 7));
  return copy;
};

/** The keys of the vault, of another vault, and of the vault after its key was replaced. */
export const keys = deriveKeys(vaultKey, vault, 1);
export const other = deriveKeys(vaultKey, text(random(16)), 1);
export const later = deriveKeys(vaultKey, vault, 2);
