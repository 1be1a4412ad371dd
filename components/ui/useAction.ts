import { useSignal } from '@preact/signals';
import { errorWords } from './errorWords';

/** Runs one thing at a time and keeps the words of its failure. */
export function useAction() {
  const busy = useSignal(false);
  const failure = useSignal('');
  return {
    busy: busy.value,
    failure: failure.value,
    clear: () => (failure.value = ''),
    run: async (work: () => Promise<unknown>): Promise<boolean> => {
      if (busy.value) return false;
      busy.value = true;
      failure.value = '';
      try {
        await work();
        return true;
      } catch (error) {
        failure.value = errorWords(error);
        return false;
      } finally {
        busy.value = false;
      }
    },
  };
}
