import { computed, signal } from '@preact/signals';
import type { Clock } from '../../lib/clock';

export interface TickerDeps {
  readonly clock: Clock;
  /** Calls back after this many milliseconds. Returns a function that cancels the call. */
  readonly after: (milliseconds: number, call: () => void) => () => void;
}

/**
 * Creates the page's clock signal: the time in whole seconds, as milliseconds since the Unix epoch. One timer per
 * page is set to the next full second, so that every code changes exactly at its boundary. Doesn't run until
 * `start`.
 */
export function createTicker({ clock, after }: TickerDeps) {
  const second = signal(floor(clock()));
  let cancel: (() => void) | null = null;

  function tick(): void {
    const now = clock();
    second.value = floor(now);
    // If the timer fires early, the second is unchanged, and the timer waits for the rest of the second.
    cancel = after(1000 - (now - floor(now)), tick);
  }

  return {
    second: computed(() => second.value),
    start() {
      if (!cancel) tick();
    },
    stop() {
      cancel?.();
      cancel = null;
    },
  };
}

const floor = (time: number): number => Math.floor(time / 1000) * 1000;
