import type { View } from '../command';
import type { Token } from '../records';
import { refuse } from '../refusals';
import { isExpired } from './expiry';

type TokenOf<K extends Token['kind']> = Extract<Token, { kind: K }>;

/** Returns a valid mailed link without using it up. Throws `link_expired`. */
export async function requireLink<K extends Token['kind']>(
  { tx, now }: View,
  hash: string,
  kind: K,
): Promise<TokenOf<K>> {
  const token = await tx.tokens.get(hash);
  const isOfKind = (each: Token): each is TokenOf<K> => each.kind === kind;
  if (!token || !isOfKind(token) || isExpired(token, now)) throw refuse('link_expired');
  return token;
}
