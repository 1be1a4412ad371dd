import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';

/** Returns the fragment of the address, such as `#/accounts`. Renders the component again at each change. */
export function useHash(): string {
  const hash = useSignal(location.hash);
  useLayoutEffect(() => {
    const follow = () => (hash.value = location.hash);
    // The fragment may have changed since the render.
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return hash.value;
}
