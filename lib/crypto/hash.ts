import { hkdf as nobleHkdf } from '@noble/hashes/hkdf.js';
import { hmac as nobleHmac } from '@noble/hashes/hmac.js';
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { utf8 } from './bytes';

/** Returns the SHA-256 hash of some bytes (FIPS 180-4), 32 bytes. */
export const sha256 = (bytes: Uint8Array): Uint8Array => nobleSha256(bytes);

/** Returns the HMAC-SHA256 of a message (RFC 2104), 32 bytes. */
export const hmacSha256 = ({
  key,
  message,
}: {
  readonly key: Uint8Array;
  readonly message: Uint8Array;
}): Uint8Array => nobleHmac(nobleSha256, key, message);

interface HkdfInput {
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
  readonly info: Uint8Array | string;
  /** Length of the output in bytes, at most 8,160. Default: 32. */
  readonly length?: number;
}

/** Derives a key with HKDF-SHA256 (RFC 5869). */
export const hkdfSha256 = ({ key, salt, info, length = 32 }: HkdfInput): Uint8Array =>
  nobleHkdf(nobleSha256, key, salt, typeof info === 'string' ? utf8(info) : info, length);
