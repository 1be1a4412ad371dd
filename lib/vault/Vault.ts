import type { Otp } from '../otp';
import type { Entry, EntryDraft, EntrySummary } from './entries/Entry';

/**
 * `none`: no vault was ever made here. Damage is its own state, never mistaken for a new user; so is a
 * format that only a newer version can read.
 */
export type VaultState = 'none' | 'locked' | 'unlocked' | 'damaged' | 'too-new';

/** The part of an entry that a person may change. */
export type EntryPatch = Partial<Omit<Entry, 'id' | 'createdAt' | 'updatedAt' | 'deletedAt'>>;

/** What came into the vault in one transaction. */
export interface ImportResult {
  /** The new ids, in order. */
  readonly ids: readonly string[];
  /** Takes it back in one: what was added goes to the trash, what was replaced is there again. */
  readonly undo: () => Promise<void>;
}

/**
 * All that the authenticator keeps. Every page that needs it opens it itself; what one changes the
 * others are told of. Every promise of a change resolves once the change is durable.
 * Calls that need the key throw `vault/locked` when there is none (or its time ran out), changes of a
 * vault that a newer version wrote `vault/read-only`.
 */
export interface Vault {
  state(): Promise<VaultState>;
  /** Throws `vault/weak-passphrase` for one that is too short, `vault/exists` over another vault. */
  create(passphrase: string): Promise<void>;
  /** Throws `vault/wrong-passphrase`. */
  unlock(passphrase: string): Promise<void>;
  lock(): Promise<void>;
  /** Called at a person's use, to put off the lock for want of use. */
  touch(): Promise<void>;
  /** Every entry that is not in the trash, by position. */
  list(): Promise<readonly EntrySummary[]>;
  /** One whole entry; throws `vault/no-entry`. */
  get(id: string): Promise<Entry>;
  /** Several whole entries in one reading, in the order of the ids; throws `vault/no-entry`. */
  getMany(ids: readonly string[]): Promise<readonly Entry[]>;
  /** Adds all or none, in one transaction; answers the new ids in order. */
  add(drafts: readonly EntryDraft[]): Promise<readonly string[]>;
  /**
   * Adds entries, and gives others (by id) the secret and parameters that another app has for them: all or
   * none, in one transaction. Throws `vault/no-entry`.
   */
  importEntries(
    drafts: readonly EntryDraft[],
    replaced: ReadonlyMap<string, Otp>,
  ): Promise<ImportResult>;
  /** `change` sees the newest state; what it answers is written in the same transaction. */
  update(id: string, change: (entry: Entry) => EntryPatch): Promise<void>;
  /** Gives these entries new positions in the order of their ids, in one transaction; throws `vault/no-entry`. */
  reorder(ids: readonly string[]): Promise<void>;
  /** To the trash; `restore` is its undo. */
  remove(ids: readonly string[]): Promise<void>;
  restore(ids: readonly string[]): Promise<void>;
  /** Calls back after a change here or in another page, a lock or an unlock. Answers its own end. */
  subscribe(listener: () => void): () => void;
  /** Ends connections and listeners of this page. */
  close(): void;
}
