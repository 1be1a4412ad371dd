import { expand } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';

/**
 * Runs the expand step of HKDF-SHA256 (RFC 5869, 2.3), which WebCrypto doesn't offer separately. Returns 32
 * bytes.
 */
export const hkdfExpand = (key: Uint8Array, info: string): Uint8Array =>
  expand(sha256, key, new TextEncoder().encode(info), 32);
