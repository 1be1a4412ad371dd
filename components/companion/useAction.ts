import { useSignal, type ReadonlySignal } from '@preact/signals';
import type { Refusal } from './stores';

/** One thing that a person can ask for: whether it is under way, and why it was refused last. */
export interface Action<Given extends unknown[]> {
  readonly busy: ReadonlySignal<boolean>;
  readonly refusal: ReadonlySignal<Refusal | null>;
  /** Answers whether it was done. A second call while the first runs does nothing. */
  readonly run: (...given: Given) => Promise<boolean>;
  readonly forget: () => void;
}

export function useAction<Given extends unknown[]>(
  act: (...given: Given) => Promise<Refusal | null>,
): Action<Given> {
  const busy = useSignal(false);
  const refusal = useSignal<Refusal | null>(null);
  return {
    busy,
    refusal,
    async run(...given) {
      if (busy.value) return false;
      busy.value = true;
      try {
        refusal.value = await act(...given);
      } finally {
        busy.value = false;
      }
      return refusal.value === null;
    },
    forget() {
      refusal.value = null;
    },
  };
}
