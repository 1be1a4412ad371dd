import { useSignal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import { errorMessage, useToast } from '../ui';

/** Loads a dialog, usually by a dynamic import. The dialog calls `close` when it is done. */
export type LoadDialog = (close: () => void) => Promise<ComponentChild>;

/**
 * Shows one dialog at a time, loaded on demand. Render the returned `dialog` in a component that stays mounted.
 */
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
