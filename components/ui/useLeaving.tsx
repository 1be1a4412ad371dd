import { useSignal } from '@preact/signals';
import { LeaveDialog, type LeaveQuestion } from './LeaveDialog';

/** Closes at once if there is nothing to lose, and asks `question` first otherwise. Render `dialog` inside. */
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
