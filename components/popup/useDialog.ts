import { useSignal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import { errorMessage, useToast } from '../ui';

/** Brings a dialog, usually by a dynamic import; it calls `close` when it is done. */
export type LoadDialog = (close: () => void) => Promise<ComponentChild>;

/** One dialog at a time, whose code is fetched when it is asked for: draw `dialog` where it can stay. */
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
