import { computed, signal } from '@preact/signals';
import type { Clock } from '../../lib/clock';

export interface TickerDeps {
  readonly clock: Clock;
  /** Calls back after so many milliseconds; answers how to call that off. */
  readonly after: (milliseconds: number, call: () => void) => () => void;
}

/**
 * The time in whole seconds, as milliseconds since the Unix epoch: one timer for a whole page, set to the
 * next full second, so that every code changes exactly at its boundary. It rests until `start`.
 */
export function createTicker({ clock, after }: TickerDeps) {
  const second = signal(floor(clock()));
  let cancel: (() => void) | null = null;

  function tick(): void {
    const now = clock();
    second.value = floor(now);
    // A timer that woke early finds the second unchanged and sleeps for the rest of it.
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
