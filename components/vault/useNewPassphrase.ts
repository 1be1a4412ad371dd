import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals';

/** A passphrase that is being chosen: typed, and typed again. */
export interface NewPassphrase {
  readonly first: Signal<string>;
  readonly again: Signal<string>;
  /** Characters. */
  readonly leastLength: number;
  readonly isTooShort: ReadonlySignal<boolean>;
  readonly isDifferent: ReadonlySignal<boolean>;
  /** The passphrase, or null where something is wrong with it, which the fields then say. */
  readonly take: () => string | null;
  readonly clear: () => void;
}

/** The state of the two fields in which a passphrase is chosen. */
export function useNewPassphrase(leastLength: number): NewPassphrase {
  const first = useSignal('');
  const again = useSignal('');
  const tried = useSignal(false);
  const short = useComputed(() => Array.from(first.value).length < leastLength);
  const isTooShort = useComputed(() => tried.value && short.value);
  // While it is being typed, the beginning of the same is no difference yet.
  const isDifferent = useComputed(() =>
    tried.value ? again.value !== first.value : !first.value.startsWith(again.value),
  );
  return {
    first,
    again,
    leastLength,
    isTooShort,
    isDifferent,
    take: () => {
      tried.value = true;
      return short.value || isDifferent.value ? null : first.value;
    },
    clear: () => {
      first.value = '';
      again.value = '';
      tried.value = false;
    },
  };
}
