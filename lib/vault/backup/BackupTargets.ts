import type { BackupSettings } from './Backups';

export interface BackupFolder {
  readonly name: string;
  /** Whether the browser lets the extension write to it without asking. */
  readonly allowed: boolean;
}

/** Destinations of backup files. */
export interface BackupTargets {
  /** Whether this browser lets an extension keep a folder (File System Access). */
  readonly canChooseFolder: boolean;
  /** Returns the chosen folder, or null. */
  folder(): Promise<BackupFolder | null>;
  /** Asks the user for a folder and remembers it. Returns null if they cancel. */
  chooseFolder(): Promise<string | null>;
  /** Asks the user to allow the chosen folder again. Only works in a click. Returns whether they allowed it. */
  allowFolder(): Promise<boolean>;
  /**
   * Writes one file. In a folder, keeps the newest `keep` files of the same vault. Returns false if the browser wants
   * to be asked for the folder again, which only works in a click.
   */
  write(
    where: Pick<BackupSettings, 'target' | 'keep'>,
    name: string,
    bytes: Uint8Array,
  ): Promise<boolean>;
  /** Runs `work` unless another context of the extension is making a backup now. */
  withBackupLock(work: () => Promise<void>): Promise<void>;
}
