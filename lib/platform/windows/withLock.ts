import { isApart } from './isApart';

/**
 * Runs one piece of work at a time over all contexts of the extension. A page of a private window has the background
 * take the lock, because its own Web Locks are apart.
 */
export const withLock = async <T>(name: string, work: () => Promise<T>): Promise<T> =>
  import.meta.env.FIREFOX && isApart()
    ? (await import('./lockByBackground')).lockByBackground(name, work)
    : navigator.locks.request(name, work);

/** As `withLock`, but does nothing where another context has the lock. */
export async function withIdleLock(name: string, work: () => Promise<void>): Promise<void> {
  if (import.meta.env.FIREFOX && isApart())
    return (await import('./lockByBackground')).lockIfIdle(name, work);
  await navigator.locks.request(name, { ifAvailable: true }, (lock) => lock && work());
}
