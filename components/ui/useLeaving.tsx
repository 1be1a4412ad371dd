import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { LeaveDialog, type LeaveQuestion } from './LeaveDialog';

/**
 * Returns a function `close` that asks the question first. Without a question, `close` calls `onClose` at once.
 * The returned `dialog` must be rendered inside the dialog that `close` closes. With a question, "Back" and "Forward"
 * ask too, and the browser asks before the page is closed or reloaded.
 */
export function useLeaving(question: LeaveQuestion | undefined, onClose: () => void) {
  const asking = useSignal(false);
  const isAtStake = question !== undefined;
  useLayoutEffect(() => {
    if (!isAtStake) return undefined;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    const ask = (event: NavigateEvent) => {
      if (event.navigationType !== 'traverse' || !event.cancelable) return;
      event.preventDefault();
      asking.value = true;
    };
    // Firefox before 147 has no Navigation API.
    const { navigation } = window as Partial<Window>;
    window.addEventListener('beforeunload', stay);
    navigation?.addEventListener('navigate', ask);
    return () => {
      window.removeEventListener('beforeunload', stay);
      navigation?.removeEventListener('navigate', ask);
    };
  }, [isAtStake]);
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
