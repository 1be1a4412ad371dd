import { policy } from '../policy';
import type { Lock } from '../records';

/**
 * A rule that locks after failures. After `strikes` failures within `window` milliseconds, the lock lasts `first`
 * milliseconds. Each further lock lasts twice as long, up to `longest`. After `disableAt` failures in a row,
 * `isDisabled` returns true.
 */
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
  expiresAt: 0,
  strangerAt: null,
});

/**
 * Returns the lock after one more failure. Each lock lasts twice as long as the previous one, up to the rule's
 * maximum.
 */
export function recordFailure(lock: Lock, rule: LockRule, now: number): Lock {
  const strikes = [...lock.strikes.filter((at) => at > now - rule.window && at <= now), now];
  const isCalm = now - lock.lastAt > policy.lockCalm && lock.lockedUntil <= now;
  const level = isCalm ? 0 : lock.level;
  const expiresAt = now + policy.lockForgotten;
  const struck = { ...lock, strikes, level, total: lock.total + 1, lastAt: now, expiresAt };
  if (strikes.length < rule.strikes) return struck;
  const lasts = Math.min(rule.first * 2 ** level, rule.longest);
  return { ...struck, strikes: [], level: level + 1, lockedUntil: now + lasts };
}

/**
 * Returns the lock after a success. The count of failures restarts at 0, but a new lock within a day still lasts
 * longer than the previous lock.
 */
export const recordSuccess = (lock: Lock): Lock => ({ ...lock, strikes: [], total: 0 });

/** Returns the lock after a password reset, which ends the lock and resets its counts to 0. */
export const openLock = (lock: Lock): Lock => ({
  ...recordSuccess(lock),
  lockedUntil: 0,
  level: 0,
});

/**
 * Returns how many minutes a lock still lasts, rounded up. Returns 0 if the last failure is in the future,
 * because the clock was set back.
 */
export const minutesLocked = (lock: Lock, now: number): number =>
  lock.lastAt > now ? 0 : Math.max(0, Math.ceil((lock.lockedUntil - now) / 60_000));

export const isDisabled = (lock: Lock, rule: LockRule): boolean => lock.total >= rule.disableAt;
