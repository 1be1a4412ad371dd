import type { BackupSettings } from './Backups';

export interface BackupFolder {
  readonly name: string;
  /** Whether the browser lets the extension write to the folder without asking the user. */
  readonly allowed: boolean;
}

/** Destinations of backup files. */
export interface BackupTargets {
  /** Whether this browser lets an extension write to a chosen folder (File System Access). */
  readonly canChooseFolder: boolean;
  /** Returns the chosen folder, or null. */
  folder(): Promise<BackupFolder | null>;
  /** Asks the user for a folder and stores the choice. Returns the folder's name, or null if the user cancels. */
  chooseFolder(): Promise<string | null>;
  /**
   * Asks the user to allow access to the chosen folder again. Returns whether the user allowed it. Works only
   * during a click.
   */
  allowFolder(): Promise<boolean>;
  /**
   * Writes one file. In a folder, deletes all but the newest `keep` files of the same vault. Returns false if the
   * browser must ask the user for the folder again, which works only during a click.
   */
  write(
    where: Pick<BackupSettings, 'target' | 'keep'>,
    name: string,
    bytes: Uint8Array,
  ): Promise<boolean>;
  /** Runs `work` unless another context is making a backup. */
  withBackupLock(work: () => Promise<void>): Promise<void>;
}
