import { vi } from 'vitest';

/** Returns what `look` returns once it no longer throws. Waits as long as a slow machine needs. */
export const eventually = <T>(look: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(look, { timeout: 20_000 });
