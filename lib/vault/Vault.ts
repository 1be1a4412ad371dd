import type { Otp } from '../otp';
import type { Entry, EntryDraft, EntrySummary } from './entries/Entry';

/**
 * `none`: no vault was ever created here. A damaged vault is never mistaken for a new user, nor is a format that
 * only a newer version can read.
 */
export type VaultState = 'none' | 'locked' | 'unlocked' | 'damaged' | 'too-new';

/** The part of an entry that the user can change. */
export type EntryPatch = Partial<Omit<Entry, 'id' | 'createdAt' | 'updatedAt' | 'deletedAt'>>;

/** The result of one import transaction. */
export interface ImportResult {
  /** The new ids, in the order of the drafts. */
  readonly ids: readonly string[];
  /** Undoes the import in one transaction: added entries go to the trash, replaced ones are restored. */
  readonly undo: () => Promise<void>;
}

/**
 * The entries of the authenticator. Every page opens its own instance; changes are announced to the others.
 * Promises of changes resolve once the change is durable. Calls that need the key throw `vault/locked` while the
 * vault is locked. Changes of a vault that a newer version wrote throw `vault/read-only`.
 */
export interface Vault {
  state(): Promise<VaultState>;
  /**
   * Throws `vault/weak-passphrase` if it is too short, `vault/guessable-passphrase` if it is easy to guess,
   * `vault/exists` if there is another vault.
   */
  create(passphrase: string): Promise<void>;
  /** Throws `vault/wrong-passphrase`. */
  unlock(passphrase: string): Promise<void>;
  /**
   * Resolves if the passphrase opens this vault; the session stays as it is, and nothing is announced. Counts as an
   * attempt. Throws `vault/wrong-passphrase`, `vault/too-many-tries`, `vault/locked`.
   */
  verifyPassphrase(passphrase: string): Promise<void>;
  lock(): Promise<void>;
  /** Resets the inactivity timer. Called at user activity. */
  touch(): Promise<void>;
  /** Returns every entry that isn't in the trash, by position. */
  list(): Promise<readonly EntrySummary[]>;
  /** Returns one whole entry. Throws `vault/no-entry`. */
  get(id: string): Promise<Entry>;
  /** Returns several whole entries in one read, in the order of the ids. Throws `vault/no-entry`. */
  getMany(ids: readonly string[]): Promise<readonly Entry[]>;
  /** Adds all or none, in one transaction. Returns the new ids in the order of the drafts. */
  add(drafts: readonly EntryDraft[]): Promise<readonly string[]>;
  /**
   * Adds entries, and replaces the secret and parameters of others (by id): all or none, in one transaction.
   * Throws `vault/no-entry`.
   */
  importEntries(
    drafts: readonly EntryDraft[],
    replaced: ReadonlyMap<string, Otp>,
  ): Promise<ImportResult>;
  /** Calls `change` with the newest state and writes its result in the same transaction. */
  update(id: string, change: (entry: Entry) => EntryPatch): Promise<void>;
  /**
   * Assigns new positions to these entries in the order of their ids, in one transaction. Throws
   * `vault/no-entry`.
   */
  reorder(ids: readonly string[]): Promise<void>;
  /** Moves to the trash. `restore` undoes it. */
  remove(ids: readonly string[]): Promise<void>;
  restore(ids: readonly string[]): Promise<void>;
  /**
   * Notifies the listener after every change, lock or unlock, here or in another page. Returns an unsubscribe
   * function.
   */
  subscribe(listener: () => void): () => void;
  /** Closes the connections and listeners of this page. */
  close(): void;
}
