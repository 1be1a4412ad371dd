import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** How long a hidden code stays visible once it was asked for, in milliseconds. */
const revealFor = 30_000;

/** Whether a code that is hidden by preference may be seen for now: set to true, it ends by itself. */
export function useRevealed(): Signal<boolean> {
  const revealed = useSignal(false);
  useEffect(() => {
    if (!revealed.value) return undefined;
    const timer = setTimeout(() => (revealed.value = false), revealFor);
    return () => clearTimeout(timer);
  }, [revealed.value]);
  return revealed;
}
