import { useSignal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import { errorMessage, useToast } from '../ui';

/** Loads a dialog, usually by a dynamic import. It calls `close` when it is done. */
export type LoadDialog = (close: () => void) => Promise<ComponentChild>;

/** Shows one dialog at a time, loaded on demand. Render `dialog` where it can stay mounted. */
export function useDialog() {
  const toast = useToast();
  const shown = useSignal<ComponentChild>(null);
  const close = () => (shown.value = null);
  return {
    dialog: shown.value,
    open: (load: LoadDialog): void =>
      void load(close).then(
        (dialog) => (shown.value = dialog),
        (error: unknown) => toast({ text: errorMessage(error) }),
      ),
  };
}
