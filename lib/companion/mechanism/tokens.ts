import { sha256, toBase64url, utf8, type Random } from '../../crypto';

/** A bearer token: its owner gets the text once, the hash is stored. */
export interface FreshToken {
  readonly token: string;
  readonly hash: string;
}

/** SHA-256 in base64url. Enough for 32 random bytes; never for anything that a person chose. */
export const hashToken = (token: string): string => toBase64url(sha256(utf8(token)));

/** Generates 32 random bytes in base64url, with their hash. */
export function freshToken(random: Random): FreshToken {
  const token = toBase64url(random(32));
  return { token, hash: hashToken(token) };
}

/** Generates 16 random bytes in base64url. Names a record; gives no access. */
export const newId = (random: Random): string => toBase64url(random(16));
