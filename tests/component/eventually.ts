import { vi } from 'vitest';

/** Answers what `look` answers once it no longer throws; waits as long as a slow machine needs. */
export const eventually = <T>(look: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(look, { timeout: 20_000 });
