import type { Entry } from '../entries/Entry';
import type { SlotType } from '../format/Slot';

/** When automatic backups are made, and where they are stored. */
export interface BackupSettings {
  readonly target: 'off' | 'folder' | 'downloads';
  /** Number of changes after which a backup is made. */
  readonly everyChanges: number;
  /** Number of days after which a backup is made, if there was a change. */
  readonly everyDays: number;
  /** Number of backup files to keep in the folder. */
  readonly keep: number;
}

/** How old the newest backup is, and how many changes it lacks. */
export interface BackupStatus {
  /** When the newest backup was stored, in milliseconds since the Unix epoch; null if there is none. */
  readonly newestAt: number | null;
  /** Number of changes since the last backup. */
  readonly changesSince: number;
  /** Whether the settings require a backup now. */
  readonly due: boolean;
}

/** How an entry of a backup compares to the vault. */
export type RestoreState = 'new' | 'changed' | 'same';

export interface RestoreItem {
  readonly entry: Entry;
  readonly state: RestoreState;
}

/** An opened backup, with what restoring it would change. */
export interface RestorePreview {
  /** When the backup was made, in milliseconds since the Unix epoch. */
  readonly createdAt: number;
  readonly items: readonly RestoreItem[];
  /** Number of the vault's entries that aren't in the backup. `replace` moves them to the trash. */
  readonly missing: number;
  /**
   * The type of the slot that the secret opened. A new vault can reuse the secret as its passphrase only if this
   * type is `passphrase`.
   */
  readonly openedBy: SlotType;
  /** Number of invalid entries in the backup. They are left out. */
  readonly unreadable: number;
}

/** A new backup file that isn't stored yet. */
export interface CreatedBackup {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly vault: string;
  /** The vault's revision when the backup began. The file contains all changes up to this revision. */
  readonly revision: number;
}

/** Undoes a restore. Entries that changed since the restore stay unchanged. */
export type UndoRestore = () => Promise<void>;

export interface Backups {
  /**
   * Creates a backup of all entries, including the trash. The file opens with `ownPassphrase` if given, otherwise
   * with the vault's passphrase or recovery key. Throws `vault/needs-passphrase` if the vault has neither a
   * usable passphrase slot nor a usable recovery key slot.
   */
  make(ownPassphrase?: string): Promise<CreatedBackup>;
  /** Records that a backup was stored. Does nothing if another vault has been opened since. */
  recordBackup(backup: Pick<CreatedBackup, 'vault' | 'revision'>): Promise<void>;
  /** Returns whether a file that begins with these bytes is a backup. Needs the first 8 bytes only. */
  isBackup(bytes: Uint8Array): Promise<boolean>;
  /**
   * Opens a backup of any vault with its passphrase or a recovery key. If there is no vault yet, all entries are
   * new. Returns null if the bytes aren't a backup file. Throws `vault/wrong-passphrase`, `format/damaged`,
   * `format/too-new`, `format/cost-too-high`, or the signal's reason if the signal aborts.
   */
  read(bytes: Uint8Array, secret: string, signal?: AbortSignal): Promise<RestorePreview | null>;
  /**
   * Restores a backup. `merge` adds new entries and applies newer changes. `replace` makes the vault's entries
   * equal to those of the backup. If the vault had no entries, the backup counts as the vault's newest.
   */
  restore(preview: RestorePreview, how: 'merge' | 'replace'): Promise<UndoRestore>;
  settings(): Promise<BackupSettings>;
  change(settings: Partial<BackupSettings>): Promise<void>;
  status(): Promise<BackupStatus>;
}
