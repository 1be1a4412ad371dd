import type { Act, View } from '../command';
import { refuse } from '../refusals';

export interface LimitRule {
  readonly hits: number;
  /** Length of the time window in which hits are counted, in milliseconds. */
  readonly window: number;
}

/**
 * Throws `too_many` with the minutes and seconds to wait if the limit is reached. Returns the times of the hits
 * within the window.
 */
export async function requireNotUsedUp(
  { tx, now }: View,
  id: string,
  rule: LimitRule,
): Promise<number[]> {
  const hits = ((await tx.limits.get(id))?.hits ?? []).filter(
    // Ignores hits in the future, which were stored before the demo clock was set back.
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

/** Counts one hit. Throws `too_many` if the limit is reached. */
export async function requireWithinLimit(act: Act, id: string, rule: LimitRule): Promise<void> {
  const hits = await requireNotUsedUp(act, id, rule);
  await act.tx.limits.put({ id, hits: [...hits, act.now], expiresAt: act.now + rule.window });
}
