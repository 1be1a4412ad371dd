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

export type Drafts = ReturnType<typeof createDrafts>;

/**
 * Returns a function that returns a draft by its name. Drafts exist only in the page's memory and only encrypted. A
 * locked page has no key to decrypt them.
 */
export function createDrafts(sealing: SecureVault['drafts']) {
  const drafts = new Map<string, Uint8Array>();
  // Numbers the calls. An earlier call may finish last and must not replace the input of a later one.
  let round = 0;
  const rounds = new Map<string, number>();
  return <T extends object>(name: string): Draft<T> => ({
    async keep(typed) {
      const mine = ++round;
      const sealed = await sealing.seal(name, JSON.stringify(typed)).catch(() => null);
      if (!sealed || mine < (rounds.get(name) ?? 0)) return;
      rounds.set(name, mine);
      drafts.set(name, sealed);
    },
    async read() {
      const sealed = drafts.get(name);
      const text = sealed ? await sealing.open(name, sealed).catch(() => null) : null;
      if (text === null) return null;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- authenticated, so this page wrote the text
      return JSON.parse(text) as T;
    },
    drop() {
      rounds.set(name, ++round);
      drafts.delete(name);
    },
  });
}
