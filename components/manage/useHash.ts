import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';

/** The fragment of the address, such as `#/accounts`. The component renders again at each change. */
export function useHash(): string {
  const hash = useSignal(location.hash);
  useLayoutEffect(() => {
    const follow = () => (hash.value = location.hash);
    // It may have changed since the render.
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return hash.value;
}
