import type { SecureVault } from '../../lib/vault';

/** Unsaved input. It is encrypted as the user types, so that it survives a lock of the vault. */
export interface Draft<T> {
  /** Encrypts the input and replaces the earlier input. If the vault is locked, the earlier input stays. */
  keep(typed: T): Promise<void>;
  /** Returns the input. Returns null if there is none, the vault is locked, or its key was replaced. */
  read(): Promise<T | null>;
  /** Deletes the input after it was saved or discarded. */
  drop(): void;
}

/** Where a sealed draft is stored. */
export interface DraftCell {
  read(): Promise<Uint8Array | null>;
  write(sealed: Uint8Array): Promise<void>;
  remove(): Promise<void>;
}

/** Creates the draft of this name. The cell receives only encrypted bytes. */
export function createDraft<T extends object>(
  sealing: SecureVault['drafts'],
  name: string,
  cell: DraftCell,
): Draft<T> {
  // Numbers the calls. An earlier call may finish last and must not replace the input of a later one.
  let round = 0;
  let newest = 0;
  return {
    async keep(typed) {
      const mine = ++round;
      const sealed = await sealing.seal(name, JSON.stringify(typed)).catch(() => null);
      if (!sealed || mine < newest) return;
      newest = mine;
      await cell.write(sealed);
    },
    async read() {
      const sealed = await cell.read();
      const text = sealed ? await sealing.open(name, sealed).catch(() => null) : null;
      if (text === null) return null;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- authenticated, so the extension wrote the text
      return JSON.parse(text) as T;
    },
    drop() {
      newest = ++round;
      void cell.remove();
    },
  };
}

export type Drafts = ReturnType<typeof createDrafts>;

/**
 * Returns a function that returns a draft by its name. Drafts exist only in the page's memory and only encrypted. A
 * locked page has no key to decrypt them.
 */
export function createDrafts(sealing: SecureVault['drafts']) {
  const drafts = new Map<string, unknown>();
  return <T extends object>(name: string): Draft<T> => {
    const draft = drafts.get(name) ?? createDraft<T>(sealing, name, inMemory());
    drafts.set(name, draft);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each name has one type
    return draft as Draft<T>;
  };
}

function inMemory(): DraftCell {
  let held: Uint8Array | null = null;
  const put = (sealed: Uint8Array | null) => Promise.resolve(void (held = sealed));
  return { read: () => Promise.resolve(held), write: put, remove: () => put(null) };
}
