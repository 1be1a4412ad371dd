import { policy } from '../policy';
import type { Lock } from '../records';

/** How many strikes within which time lock for how long, and at how many in a row it is over. */
export interface LockRule {
  readonly strikes: number;
  readonly window: number;
  readonly first: number;
  readonly longest: number;
  readonly disableAt: number;
}

export const initialLock = (id: string): Lock => ({
  id,
  strikes: [],
  total: 0,
  level: 0,
  lockedUntil: 0,
  lastAt: 0,
});

/** The lock after one more wrong try. Every lock is twice as long as the one before. */
export function recordFailure(lock: Lock, rule: LockRule, now: number): Lock {
  const strikes = [...lock.strikes.filter((at) => at > now - rule.window), now];
  const level = now - lock.lastAt > policy.lockCalm && lock.lockedUntil <= now ? 0 : lock.level;
  const struck = { ...lock, strikes, level, total: lock.total + 1, lastAt: now };
  if (strikes.length < rule.strikes) return struck;
  const lasts = Math.min(rule.first * 2 ** level, rule.longest);
  return { ...struck, strikes: [], level: level + 1, lockedUntil: now + lasts };
}

/** The lock after a right try: a new start, but a next lock is still longer for a day. */
export const recordSuccess = (lock: Lock): Lock => ({ ...lock, strikes: [], total: 0 });

/** Whole minutes that a lock still lasts, or 0: also once the demo clock was set back to before it began. */
export const minutesLocked = (lock: Lock, now: number): number =>
  lock.lastAt > now ? 0 : Math.max(0, Math.ceil((lock.lockedUntil - now) / 60_000));

export const isDisabled = (lock: Lock, rule: LockRule): boolean => lock.total >= rule.disableAt;
