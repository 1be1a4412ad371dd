import type { AppError, ErrorCode } from '../errors';

/**
 * Failures that only the user can resolve. After one of these failures, sync retries only at the next unlock, or
 * when the user starts a sync.
 */
const forPeople: ReadonlySet<ErrorCode> = new Set([
  'sync/forbidden-by-policy',
  'sync/too-new',
  'sync/too-many-devices',
  'sync/foreign-set',
  'sync/emptied',
  'sync/bad-address',
  'sync/insecure',
  'sync/no-permission',
  'sync/redirected',
  'sync/unauthorized',
  'sync/forbidden',
  'sync/not-found',
  'sync/not-webdav',
  'sync/full',
  'sync/quota',
  'sync/folder-gone',
]);

export const needsPerson = (code: ErrorCode): boolean => forPeople.has(code);

const minute = 60_000;
const longestWait = 60 * minute;

/**
 * Returns when to retry after this many consecutive failures, in milliseconds since the Unix epoch. The wait
 * doubles from one minute up to an hour, and is never shorter than the store requested. Returns null if the user
 * must act.
 */
export function retryAt({ code, facts }: AppError, failures: number, now: number): number | null {
  if (needsPerson(code)) return null;
  const asked = Number(facts['seconds'] ?? 0) * 1000;
  return now + Math.max(asked, Math.min(minute * 2 ** (failures - 1), longestWait));
}
