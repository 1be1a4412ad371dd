import type { Otp } from '../otp';
import type { Entry, EntryDraft, EntrySummary } from './entries/Entry';
import type { Labels } from './entries/labels';

/**
 * `none`: no vault was ever created here. `damaged` and `too-new` (written by a newer version) are distinguished
 * from `none`, so that an existing vault isn't taken for a missing one.
 */
export type VaultState = 'none' | 'locked' | 'unlocked' | 'damaged' | 'too-new';

/** The part of an entry that the user can change. */
export type EntryPatch = Partial<Omit<Entry, 'id' | 'createdAt' | 'updatedAt' | 'deletedAt'>>;

/** The result of one import transaction. */
export interface ImportResult {
  /** The new ids, in the order of the drafts. */
  readonly ids: readonly string[];
  /** Undoes the import in one transaction. Added entries go to the trash, and replaced entries are restored. */
  readonly undo: () => Promise<void>;
}

/**
 * The entries of the authenticator. Every page opens its own instance, and instances notify each other of
 * changes. A method that changes entries resolves once the change is durable, and throws `vault/read-only` if a
 * newer version wrote the vault. Every method that needs the key throws `vault/locked` while the vault is locked.
 */
export interface Vault {
  state(): Promise<VaultState>;
  /**
   * Creates a vault. Throws `vault/weak-passphrase` if the passphrase is too short, `vault/guessable-passphrase`
   * if it is easy to guess, `vault/exists` if there is a vault.
   */
  create(passphrase: string): Promise<void>;
  /** Unlocks the vault. Throws `vault/wrong-passphrase` or `vault/too-many-tries`. */
  unlock(passphrase: string): Promise<void>;
  /**
   * Resolves if the passphrase opens this vault. Counts as an attempt, but changes no session and notifies
   * nobody. Throws `vault/wrong-passphrase`, `vault/too-many-tries` or `vault/locked`.
   */
  verifyPassphrase(passphrase: string): Promise<void>;
  lock(): Promise<void>;
  /** Resets the inactivity timer. Pages call it when the user is active. */
  touch(): Promise<void>;
  /** Returns every entry that isn't in the trash, by position. */
  list(): Promise<readonly EntrySummary[]>;
  /** Returns one whole entry. Throws `vault/no-entry`. */
  get(id: string): Promise<Entry>;
  /** Returns several whole entries in one read, in the order of the ids. Throws `vault/no-entry`. */
  getMany(ids: readonly string[]): Promise<readonly Entry[]>;
  /** Adds all entries or none, in one transaction. Returns the new ids in the order of the drafts. */
  add(drafts: readonly EntryDraft[]): Promise<readonly string[]>;
  /**
   * Adds entries, replaces the secret and parameters of existing entries, and adds labels to existing entries (both
   * by id), in one transaction. Throws `vault/no-entry`.
   */
  importEntries(
    drafts: readonly EntryDraft[],
    replaced: ReadonlyMap<string, Otp>,
    labels?: ReadonlyMap<string, Labels>,
  ): Promise<ImportResult>;
  /**
   * Calls `change` with the stored entry and writes its result in the same transaction. Throws `vault/no-entry`.
   */
  update(id: string, change: (entry: Entry) => EntryPatch): Promise<void>;
  /**
   * Assigns new positions to these entries in the order of their ids, in one transaction. Throws
   * `vault/no-entry`.
   */
  reorder(ids: readonly string[]): Promise<void>;
  /** Moves entries to the trash. `restore` moves them back. */
  remove(ids: readonly string[]): Promise<void>;
  restore(ids: readonly string[]): Promise<void>;
  /**
   * Notifies the listener after every change, lock or unlock, in this page or another page. Returns an
   * unsubscribe function.
   */
  subscribe(listener: () => void): () => void;
  /** Closes this page's database connections and listeners. */
  close(): void;
}
