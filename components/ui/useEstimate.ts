import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { estimatePassphrase, type PassphraseEstimate } from '../../lib/passphrases';

/** Returns the strength estimate of a text while the user types, or null while the text is empty. */
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
      // The estimate of an earlier text may arrive after the estimate of a later text.
      if (isCurrent) estimate.value = found;
    })();
    return () => {
      isCurrent = false;
    };
  }, [text]);
  return estimate.value;
}
