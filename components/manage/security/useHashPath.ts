import { useEffect } from 'preact/hooks';

/**
 * Calls the function when the hash of this page's address names the path: now, and whenever it
 * changes to it.
 */
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
