import type { Act } from '../command';
import { refuse } from '../refusals';

export interface LimitRule {
  readonly hits: number;
  /** Milliseconds. */
  readonly window: number;
}

/** Counts one use; throws `too_many`, with the minutes and seconds to wait, when there were enough of late. */
export async function requireWithinLimit(
  { tx, now }: Act,
  id: string,
  rule: LimitRule,
): Promise<void> {
  const hits = ((await tx.limits.get(id))?.hits ?? []).filter(
    // Hits in the future are from before the demo clock was set back.
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
  await tx.limits.put({ id, hits: [...hits, now] });
}
