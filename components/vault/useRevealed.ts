import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** How long a hidden code stays visible after it was requested, in milliseconds. */
const revealFor = 30_000;

/** Whether a code hidden by preference is visible. After being set to true, it resets by itself. */
export function useRevealed(): Signal<boolean> {
  const revealed = useSignal(false);
  useEffect(() => {
    if (!revealed.value) return undefined;
    const timer = setTimeout(() => (revealed.value = false), revealFor);
    return () => clearTimeout(timer);
  }, [revealed.value]);
  return revealed;
}
