import { sha256, toBase64url, utf8, type Random } from '../../crypto';

/** A bearer token: the text goes to its owner once, the hash is what is kept. */
export interface FreshToken {
  readonly token: string;
  readonly hash: string;
}

/** SHA-256 as base64url. Enough for 32 random bytes; never for what a person chose. */
export const hashToken = (token: string): string => toBase64url(sha256(utf8(token)));

/** 32 random bytes as base64url, with their hash. */
export function freshToken(random: Random): FreshToken {
  const token = toBase64url(random(32));
  return { token, hash: hashToken(token) };
}

/** 16 random bytes as base64url: names a record, opens nothing. */
export const newId = (random: Random): string => toBase64url(random(16));
