import { policy } from '../policy';
import type { Session } from '../records';

/** Whether a record has expired. A record from the future counts as expired, because the clock was set back. */
export const isExpired = (
  { createdAt, expiresAt }: { readonly createdAt: number; readonly expiresAt: number },
  now: number,
): boolean => expiresAt <= now || createdAt > now;

/** Returns when a session ends unless it is used again. */
export const endOfSession = (lastSeenAt: number, createdAt: number): number =>
  Math.min(lastSeenAt + policy.session.idle, createdAt + policy.session.absolute);

/**
 * Whether a session has passed its idle limit or its absolute limit. A session from the future counts as over,
 * because the clock was set back.
 */
export const isOver = ({ createdAt, lastSeenAt }: Session, now: number): boolean =>
  now - lastSeenAt > policy.session.idle ||
  now - createdAt > policy.session.absolute ||
  lastSeenAt > now ||
  createdAt > now;
