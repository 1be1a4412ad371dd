import type { Act, View } from '../command';
import { refuse } from '../refusals';

export interface LimitRule {
  readonly hits: number;
  /** Milliseconds. */
  readonly window: number;
}

/**
 * Throws `too_many` with the minutes and seconds to wait if a limit is used up. Returns the hits that still
 * count.
 */
export async function requireNotUsedUp(
  { tx, now }: View,
  id: string,
  rule: LimitRule,
): Promise<number[]> {
  const hits = ((await tx.limits.get(id))?.hits ?? []).filter(
    // Future hits are from before the demo clock was set back.
    (at) => at > now - rule.window && at <= now,
  );
  const oldest = hits.at(-rule.hits);
  if (oldest !== undefined) {
    const wait = oldest + rule.window - now;
    throw refuse('too_many', {
      minutes: Math.ceil(wait / 60_000),
      seconds: Math.ceil(wait / 1000),
    });
  }
  return hits;
}

/** Counts one use. Throws `too_many` if the limit is used up. */
export async function requireWithinLimit(act: Act, id: string, rule: LimitRule): Promise<void> {
  const hits = await requireNotUsedUp(act, id, rule);
  await act.tx.limits.put({ id, hits: [...hits, act.now], expiresAt: act.now + rule.window });
}
