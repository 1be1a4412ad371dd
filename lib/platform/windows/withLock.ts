import { isApart } from './isApart';

/**
 * Runs one task at a time across all contexts of the extension. For a private window of Firefox, the background
 * takes the lock, because the page's own Web Locks are separate.
 */
export const withLock = async <T>(name: string, work: () => Promise<T>): Promise<T> =>
  import.meta.env.FIREFOX && isApart()
    ? (await import('./lockByBackground')).lockByBackground(name, work)
    : navigator.locks.request(name, work);

/** Like `withLock`, but does nothing if another context has the lock. */
export async function withIdleLock(name: string, work: () => Promise<void>): Promise<void> {
  if (import.meta.env.FIREFOX && isApart())
    return (await import('./lockByBackground')).lockIfIdle(name, work);
  await navigator.locks.request(name, { ifAvailable: true }, (lock) => lock && work());
}
