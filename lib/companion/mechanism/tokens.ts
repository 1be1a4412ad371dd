import { sha256, toBase64url, utf8, type Random } from '../../crypto';

/** A bearer token and its hash. Only the hash is stored. */
export interface FreshToken {
  readonly token: string;
  readonly hash: string;
}

/**
 * Returns the SHA-256 hash of a token in base64url. A fast hash is enough for 32 random bytes. Never use this
 * function for text that a person chose.
 */
export const hashToken = (token: string): string => toBase64url(sha256(utf8(token)));

/** Generates 32 random bytes in base64url, with their hash. */
export function freshToken(random: Random): FreshToken {
  const token = toBase64url(random(32));
  return { token, hash: hashToken(token) };
}

/** Returns an id of 16 random bytes in base64url. An id gives no access. */
export const newId = (random: Random): string => toBase64url(random(16));
