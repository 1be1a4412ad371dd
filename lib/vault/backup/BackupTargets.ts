import type { BackupSettings } from './Backups';

export interface BackupFolder {
  readonly name: string;
  /** Whether the browser lets the extension write to it without asking. */
  readonly allowed: boolean;
}

/** Where backup files go. */
export interface BackupTargets {
  /** Whether this browser lets an extension keep a folder (File System Access). */
  readonly canChooseFolder: boolean;
  /** The folder that was chosen, or null. */
  folder(): Promise<BackupFolder | null>;
  /** Asks the person for a folder, which is then remembered. Null: they chose none. */
  chooseFolder(): Promise<string | null>;
  /** Asks the person to allow the chosen folder again; only a click may do so. Answers whether they do. */
  allowFolder(): Promise<boolean>;
  /**
   * Writes one file; in a folder, keeps the newest `keep` files of the same vault. False where the browser wants to be asked
   * for the folder again, which only a click may do.
   */
  write(
    where: Pick<BackupSettings, 'target' | 'keep'>,
    name: string,
    bytes: Uint8Array,
  ): Promise<boolean>;
  /** Runs the work unless another context of the extension is making a backup now. */
  withBackupLock(work: () => Promise<void>): Promise<void>;
}
