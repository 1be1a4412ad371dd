import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** How long a hidden code stays visible after a request, in milliseconds. */
const revealFor = 30_000;

/**
 * Returns a signal that tells whether a code that the preferences hide is visible. After being set to true, the
 * signal resets itself.
 */
export function useRevealed(): Signal<boolean> {
  const revealed = useSignal(false);
  useEffect(() => {
    if (!revealed.value) return undefined;
    const timer = setTimeout(() => (revealed.value = false), revealFor);
    return () => clearTimeout(timer);
  }, [revealed.value]);
  return revealed;
}
