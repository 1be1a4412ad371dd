import { useEffect } from 'preact/hooks';

/** Calls back when the address of this page names the place: now, and whenever it comes to. */
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
