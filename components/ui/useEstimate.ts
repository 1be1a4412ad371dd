import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { estimatePassphrase, type PassphraseEstimate } from '../../lib/passphrases';

/** Returns the estimate of a text while it is typed; null while it is empty. */
export function useEstimate(text: string): PassphraseEstimate | null {
  const estimate = useSignal<PassphraseEstimate | null>(null);
  useEffect(() => {
    if (text === '') {
      estimate.value = null;
      return undefined;
    }
    let isCurrent = true;
    void (async () => {
      const found = await estimatePassphrase(text);
      // An earlier text's estimate could arrive after a later one's.
      if (isCurrent) estimate.value = found;
    })();
    return () => {
      isCurrent = false;
    };
  }, [text]);
  return estimate.value;
}
