import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals';
import { isGuessable, isTooWeak, type PassphraseEstimate } from '../../lib/passphrases';
import { useEstimate } from '../ui';

/** The state of a new passphrase: its text and its confirmation. */
export interface NewPassphrase {
  readonly first: Signal<string>;
  readonly again: Signal<string>;
  /** Minimum length in characters. */
  readonly leastLength: number;
  readonly isTooShort: ReadonlySignal<boolean>;
  readonly isDifferent: ReadonlySignal<boolean>;
  /** The strength estimate, or null while the text is empty or not yet estimated. */
  readonly estimate: PassphraseEstimate | null;
  readonly isGuessable: boolean;
  /** Resolves with the passphrase, or with null if it is invalid. The fields then show the reason. */
  readonly take: () => Promise<string | null>;
  readonly clear: () => void;
}

/** The state of the two fields that set a passphrase. */
export function useNewPassphrase(leastLength: number): NewPassphrase {
  const first = useSignal('');
  const again = useSignal('');
  const tried = useSignal(false);
  const short = useComputed(() => Array.from(first.value).length < leastLength);
  const isTooShort = useComputed(() => tried.value && short.value);
  // While the user types, a confirmation that is the beginning of the passphrase isn't reported as different.
  const isDifferent = useComputed(() =>
    tried.value ? again.value !== first.value : !first.value.startsWith(again.value),
  );
  const estimate = useEstimate(first.value);
  return {
    first,
    again,
    leastLength,
    isTooShort,
    isDifferent,
    estimate,
    isGuessable: tried.value && estimate !== null && isTooWeak(estimate),
    take: async () => {
      tried.value = true;
      const passphrase = first.value;
      if (short.value || isDifferent.value || (await isGuessable(passphrase))) return null;
      return passphrase;
    },
    clear: () => {
      first.value = '';
      again.value = '';
      tried.value = false;
    },
  };
}
