import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { errorMessage } from '../../ui';

/** Pause between a response and the next request, in milliseconds. */
const pause = 2000;

export interface Polled<T> {
  readonly state: ReadonlySignal<T | null>;
  /** The message of the last failure, or an empty text. Polling continues after a failure. */
  readonly failure: ReadonlySignal<string>;
}

/**
 * Calls `ask` every two seconds while the component is mounted, until `isOver` returns true. Does nothing while
 * `ask` is null.
 */
export function usePolling<T>(
  ask: (() => Promise<T>) | null,
  isOver: (state: T) => boolean,
): Polled<T> {
  const state = useSignal<T | null>(null);
  const failure = useSignal('');
  const isOn = ask !== null;
  useEffect(() => {
    state.value = null;
    if (!ask) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    const look = async () => {
      try {
        const next = await ask();
        if (ended) return;
        state.value = next;
        failure.value = '';
        if (isOver(next)) return;
      } catch (error) {
        if (ended) return;
        failure.value = errorMessage(error);
      }
      timer = setTimeout(() => void look(), pause);
    };
    void look();
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [isOn]);
  return { state, failure };
}
