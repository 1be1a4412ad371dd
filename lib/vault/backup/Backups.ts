import type { Entry } from '../entries/Entry';
import type { SlotType } from '../format/Slot';

/** Settings of automatic backups: when, and where to. */
export interface BackupSettings {
  readonly target: 'off' | 'folder' | 'downloads';
  /** After this many changes … */
  readonly everyChanges: number;
  /** … or this many days with a change, whichever comes first. */
  readonly everyDays: number;
  /** Number of files to keep in the folder. */
  readonly keep: number;
}

/** The age of the newest backup. */
export interface BackupStatus {
  /** Milliseconds since the Unix epoch, or null if there is none. */
  readonly newestAt: number | null;
  /** Number of changes since the last backup. */
  readonly changesSince: number;
  /** Whether a backup is due by the settings. */
  readonly due: boolean;
}

/** How an entry of a backup compares to the vault. */
export type RestoreState = 'new' | 'changed' | 'same';

export interface RestoreItem {
  readonly entry: Entry;
  readonly state: RestoreState;
}

/** An opened backup, and a preview of restoring it. */
export interface RestorePreview {
  /** Milliseconds since the Unix epoch. */
  readonly createdAt: number;
  readonly items: readonly RestoreItem[];
  /** Entries of the vault that aren't in the backup: `replace` moves them to the trash. */
  readonly missing: number;
  /** The kind of slot that the secret opened: a vault created from this backup can take over a passphrase. */
  readonly openedBy: SlotType;
  /** Invalid entries of the backup, which are left out. */
  readonly unreadable: number;
}

/** A created backup file. */
export interface CreatedBackup {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The revision of the vault that the file includes at least. */
  readonly revision: number;
}

/** Undoes a restore. Keeps later changes by others, such as to a counter. */
export type UndoRestore = () => Promise<void>;

export interface Backups {
  /**
   * Creates a backup of everything, the trash included. Without a passphrase of its own, it opens with the
   * vault's passphrase or recovery key. Throws `vault/needs-passphrase` if the vault has none.
   */
  make(ownPassphrase?: string): Promise<CreatedBackup>;
  /** Records that the backup of this revision was stored. Call it after that. */
  recordBackup(revision: number): Promise<void>;
  /**
   * Opens a backup with its passphrase or a recovery key, also one of another vault. If there is no vault
   * yet, all entries are new. Returns null if the bytes aren't a backup file. Throws
   * `vault/wrong-passphrase`, `format/damaged`, `format/too-new`, `format/cost-too-high`, and the signal's
   * reason when it aborts, which stops the work.
   */
  read(bytes: Uint8Array, secret: string, signal?: AbortSignal): Promise<RestorePreview | null>;
  /** `merge` adds new entries and takes newer changes; `replace` makes the vault equal to the backup. */
  restore(preview: RestorePreview, how: 'merge' | 'replace'): Promise<UndoRestore>;
  settings(): Promise<BackupSettings>;
  change(settings: Partial<BackupSettings>): Promise<void>;
  status(): Promise<BackupStatus>;
}
