import type { PageVault } from '../../lib/vault';

export interface PicturesDeps {
  readonly vault: Pick<PageVault, 'icons' | 'state' | 'subscribe'>;
}

type Show = (url: string | null) => void;

export interface Pictures {
  /**
   * Calls `show` with the address of a picture, and with null when the picture is removed or the vault is locked.
   * Doesn't call it for a picture that isn't on this device. Returns a function that ends the calls.
   */
  readonly watch: (icon: string, show: Show) => () => void;
}

/** Holds the pictures of accounts that a page shows. A lock discards them. */
interface Shown {
  readonly url: string;
  readonly bytes: Uint8Array;
}

const isSame = ({ bytes }: Shown, other: Uint8Array | undefined): boolean =>
  bytes.length === other?.length && bytes.every((byte, at) => byte === other[at]);

/** Holds the pictures of accounts that a page shows. A lock discards them. */
export function createPictures({ vault }: PicturesDeps): Pictures {
  const watchers = new Map<string, Set<Show>>();
  const held = new Map<string, Shown>();
  let loading = Promise.resolve();
  let queued = false;
  let round = 0;

  const tell = (icon: string, url: string | null) => {
    for (const show of watchers.get(icon) ?? []) show(url);
  };

  function drop(icon: string): void {
    const shown = held.get(icon);
    if (!shown) return;
    URL.revokeObjectURL(shown.url);
    held.delete(icon);
    tell(icon, null);
  }

  function discard(): void {
    round++;
    for (const icon of held.keys()) drop(icon);
  }

  /** Reads the watched pictures. A pack may have been removed or replaced. */
  async function load(): Promise<void> {
    queued = false;
    const mine = round;
    const wanted = new Set(watchers.keys());
    const found = await vault.icons.read([...wanted]).catch(() => null);
    if (!found || mine !== round) return;
    for (const [icon, shown] of held) {
      // A picture that is watched only since the read isn't in its result.
      const isStale = wanted.has(icon) && !isSame(shown, found.get(icon));
      if (isStale || !watchers.has(icon)) drop(icon);
    }
    for (const [icon, bytes] of found) {
      if (held.has(icon)) continue;
      // The vault stores only WebP and PNG. Browsers detect which of the two it is.
      const url = URL.createObjectURL(new Blob([bytes], { type: 'image/webp' }));
      held.set(icon, { url, bytes });
      tell(icon, url);
    }
  }

  /** Reads what a page asks for in one moment together, and one read after another. */
  function gather(): Promise<void> {
    if (!queued) loading = loading.then(load);
    queued = true;
    return loading;
  }

  vault.subscribe(() => {
    if (watchers.size + held.size === 0) return;
    void vault.state().then((state) => (state === 'unlocked' ? gather() : discard()), discard);
  });

  return {
    watch(icon, show) {
      const shows = watchers.get(icon) ?? new Set();
      watchers.set(icon, shows.add(show));
      const shown = held.get(icon);
      if (shown) show(shown.url);
      else void gather();
      return () => {
        shows.delete(show);
        if (shows.size === 0 && watchers.get(icon) === shows) watchers.delete(icon);
      };
    },
  };
}
