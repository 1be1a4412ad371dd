import { useLayoutEffect } from 'preact/hooks';

/** Calls `arrive` if the page's hash is this path, and again whenever the hash changes to this path. */
export function useHashPath(place: `#/${string}`, arrive: () => void): void {
  // The listener is removed while the component unmounts, so that it can't take the path from the next component.
  useLayoutEffect(() => {
    const look = () => {
      if (location.hash === place) arrive();
    };
    look();
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, [place]);
}
