import { useEffect } from 'preact/hooks';

/** Calls `arrive` if the page's hash is this path, and again whenever the hash changes to this path. */
export function useHashPath(place: `#/${string}`, arrive: () => void): void {
  useEffect(() => {
    const look = () => {
      if (location.hash === place) arrive();
    };
    look();
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, []);
}
