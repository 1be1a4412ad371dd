import { computed, signal, type ReadonlySignal } from '@preact/signals';

/** The current route: the parts of the path after `#` in the address. */
export interface RouteStore {
  readonly parts: ReadonlySignal<readonly string[]>;
  /** Goes to a path such as `/preferences/security`. */
  readonly go: (path: string) => void;
  /** Navigates without adding a history entry, for example after a link was used. */
  readonly replace: (path: string) => void;
  readonly close: () => void;
}

/** The part of a window that the route uses. */
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
