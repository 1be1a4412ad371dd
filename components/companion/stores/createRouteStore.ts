import { computed, signal, type ReadonlySignal } from '@preact/signals';

/** Where the page is: the path that stands in the address after `#`, as its parts. */
export interface RouteStore {
  readonly parts: ReadonlySignal<readonly string[]>;
  /** Goes to a path such as `/preferences/security`. */
  readonly go: (path: string) => void;
  /** Goes there without leaving the present place in the history: for a spent link, for instance. */
  readonly replace: (path: string) => void;
  readonly close: () => void;
}

/** The part of a window that the route needs. */
export type RouteWindow = Pick<Window, 'location' | 'history'> &
  Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;

const partsOf = (hash: string): string[] =>
  hash
    .replace(/^#\/?/, '')
    .split('/')
    .filter((part) => part !== '')
    .map(decoded);

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function createRouteStore(page: RouteWindow): RouteStore {
  const hash = signal(page.location.hash);
  const parts = computed(() => partsOf(hash.value));
  const read = () => {
    hash.value = page.location.hash;
  };
  page.addEventListener('hashchange', read);
  return {
    parts,
    go(path) {
      page.location.hash = path;
      read();
    },
    replace(path) {
      page.history.replaceState(null, '', `#${path}`);
      read();
    },
    close() {
      page.removeEventListener('hashchange', read);
    },
  };
}
