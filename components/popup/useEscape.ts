import { useLayoutEffect } from 'preact/hooks';
import { consumeEscape } from '../ui';

/**
 * Calls back for an Esc that no menu or dialog handled, and keeps the popup open. Ignores Esc while `isBusy` returns
 * true.
 */
export function useEscape(onEscape: () => void, isBusy = () => false): void {
  // Listens before the first paint, because the browser would close the popup on an Esc that isn't handled.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isBusy()) return;
      consumeEscape(event);
      onEscape();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
