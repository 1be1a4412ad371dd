import { policy } from '../policy';
import type { Session } from '../records';

/** Whether something that was made for a time is over: also when it was made in the future, before the clock was set back. */
export const isExpired = (
  { createdAt, expiresAt }: { readonly createdAt: number; readonly expiresAt: number },
  now: number,
): boolean => expiresAt <= now || createdAt > now;

/** When a session ends unless it is used again. */
export const endOfSession = (lastSeenAt: number, createdAt: number): number =>
  Math.min(lastSeenAt + policy.session.idle, createdAt + policy.session.absolute);

/** Whether a session is past its idle or its absolute end, or from a future that the clock has left. */
export const isOver = ({ createdAt, lastSeenAt }: Session, now: number): boolean =>
  now - lastSeenAt > policy.session.idle ||
  now - createdAt > policy.session.absolute ||
  lastSeenAt > now ||
  createdAt > now;
