import { vi } from 'vitest';

/**
 * Retries `look` until it no longer throws, for as long as a slow machine needs. Returns the result of `look`.
 */
export const eventually = <T>(look: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(look, { timeout: 20_000 });
