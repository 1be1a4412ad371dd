import type { SecureVault } from '../../lib/vault';

/** Input that isn't saved yet. It is sealed while it is typed, so that a lock of the vault doesn't lose it. */
export interface Draft<T> {
  /** Seals the input in place of the earlier input. If the vault is locked, the earlier input stays. */
  keep(typed: T): Promise<void>;
  /** Returns the input. Returns null if there is none, the vault is locked, or its key was replaced. */
  read(): Promise<T | null>;
  /** Forgets the input, because it was saved or discarded. */
  drop(): void;
}

export type Drafts = ReturnType<typeof createDrafts>;

/**
 * Returns a function that finds a page's draft by name. A draft is held in the page's memory, and only sealed: a
 * locked page has no key that opens it.
 */
export function createDrafts({ seal, open }: SecureVault['drafts']) {
  const drafts = new Map<string, Uint8Array>();
  // The latest round, and the round of each draft. An earlier round can end after a later one.
  let round = 0;
  const rounds = new Map<string, number>();
  return <T extends object>(name: string): Draft<T> => ({
    async keep(typed) {
      const mine = ++round;
      const sealed = await seal(name, JSON.stringify(typed)).catch(() => null);
      if (!sealed || mine < (rounds.get(name) ?? 0)) return;
      rounds.set(name, mine);
      drafts.set(name, sealed);
    },
    async read() {
      const sealed = drafts.get(name);
      const text = sealed ? await open(name, sealed).catch(() => null) : null;
      // The seal proves that this page wrote the text.
      return text === null ? null : (JSON.parse(text) as T);
    },
    drop() {
      rounds.set(name, ++round);
      drafts.delete(name);
    },
  });
}
