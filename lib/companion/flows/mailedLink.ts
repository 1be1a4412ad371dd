import type { View } from '../command';
import type { Token } from '../records';
import { refuse } from '../refusals';

type TokenOf<K extends Token['kind']> = Extract<Token, { kind: K }>;

/** A mailed link that is still good, without spending it. Throws `link_expired`. */
export async function requireLink<K extends Token['kind']>(
  { tx, now }: View,
  hash: string,
  kind: K,
): Promise<TokenOf<K>> {
  const token = await tx.tokens.get(hash);
  const isOfKind = (each: Token): each is TokenOf<K> => each.kind === kind;
  if (!token || !isOfKind(token) || token.expiresAt <= now) throw refuse('link_expired');
  return token;
}
