import type { Entry } from '../entries/Entry';
import type { SlotType } from '../format/Slot';

/** When backups are made by themselves, and where they go. */
export interface BackupSettings {
  readonly target: 'off' | 'folder' | 'downloads';
  /** After so many changes … */
  readonly everyChanges: number;
  /** … or so many days with a change, whichever comes first. */
  readonly everyDays: number;
  /** How many files are kept in the folder. */
  readonly keep: number;
}

/** How old the newest backup is. */
export interface BackupStatus {
  /** Milliseconds since the Unix epoch, or null where there never was one. */
  readonly newestAt: number | null;
  /** Changes that no backup has. */
  readonly changesSince: number;
  /** Whether the settings ask for one now. */
  readonly due: boolean;
}

/** How an entry of a backup stands to the vault. */
export type RestoreState = 'new' | 'changed' | 'same';

export interface RestoreItem {
  readonly entry: Entry;
  readonly state: RestoreState;
}

/** A backup that was opened, and what restoring it would do. */
export interface RestorePreview {
  /** Milliseconds since the Unix epoch. */
  readonly createdAt: number;
  readonly items: readonly RestoreItem[];
  /** Entries of the vault that the backup does not have: `replace` puts them in the trash. */
  readonly missing: number;
  /** Which kind of slot the secret opened: a vault made from this backup can take over a passphrase. */
  readonly openedBy: SlotType;
  /** Entries of the backup that are not of the right form: they are left out. */
  readonly unreadable: number;
}

/** A backup file that was made. */
export interface CreatedBackup {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The revision of the vault that is surely in it. */
  readonly revision: number;
}

/** Undoes a restore. What something else changed since, such as a counter, stays as it is. */
export type UndoRestore = () => Promise<void>;

export interface Backups {
  /**
   * A backup file of everything, the trash included. Without a passphrase of its own it opens by the
   * vault's passphrase or recovery key; throws `vault/needs-passphrase` where the vault has none.
   */
  make(ownPassphrase?: string): Promise<CreatedBackup>;
  /** To be called once the backup of this revision is where it belongs. */
  recordBackup(revision: number): Promise<void>;
  /**
   * Opens a backup by its passphrase or a recovery key, which may be another vault's. Where there is no vault
   * yet, everything in it is new. Null: no backup file. Throws `vault/wrong-passphrase`, `format/damaged`,
   * `format/too-new`, `format/cost-too-high`; once the signal is aborted, its reason, and ends the work.
   */
  read(bytes: Uint8Array, secret: string, signal?: AbortSignal): Promise<RestorePreview | null>;
  /** `merge` adds what is new and takes what is newer; `replace` makes the vault as the backup is. */
  restore(preview: RestorePreview, how: 'merge' | 'replace'): Promise<UndoRestore>;
  settings(): Promise<BackupSettings>;
  change(settings: Partial<BackupSettings>): Promise<void>;
  status(): Promise<BackupStatus>;
}
