import { useSignal } from '@preact/signals';
import { LeaveDialog, type LeaveQuestion } from './LeaveDialog';

/**
 * Returns a function `close` that asks the question first. Without a question, `close` calls `onClose` at once.
 * The returned `dialog` must be rendered inside the dialog that `close` closes.
 */
export function useLeaving(question: LeaveQuestion | undefined, onClose: () => void) {
  const asking = useSignal(false);
  return {
    close: () => {
      if (question) asking.value = true;
      else onClose();
    },
    dialog: asking.value && question && (
      <LeaveDialog
        question={question}
        onStay={() => (asking.value = false)}
        onLeave={() => {
          asking.value = false;
          onClose();
        }}
      />
    ),
  };
}
