import { policy } from '../policy';
import type { Session } from '../records';

/**
 * Whether a time-limited record has expired. True also for records from the future, created before the clock was set
 * back.
 */
export const isExpired = (
  { createdAt, expiresAt }: { readonly createdAt: number; readonly expiresAt: number },
  now: number,
): boolean => expiresAt <= now || createdAt > now;

/** Returns when a session ends unless it is used again. */
export const endOfSession = (lastSeenAt: number, createdAt: number): number =>
  Math.min(lastSeenAt + policy.session.idle, createdAt + policy.session.absolute);

/** Whether a session has passed its idle or absolute limit, or is from the future because the clock was set back. */
export const isOver = ({ createdAt, lastSeenAt }: Session, now: number): boolean =>
  now - lastSeenAt > policy.session.idle ||
  now - createdAt > policy.session.absolute ||
  lastSeenAt > now ||
  createdAt > now;
