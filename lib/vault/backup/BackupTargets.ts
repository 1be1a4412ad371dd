import type { BackupSettings } from './Backups';

/** Where backup files go. */
export interface BackupTargets {
  /** Whether this browser lets an extension keep a folder (File System Access). */
  readonly canChooseFolder: boolean;
  /** The name of the folder that was chosen, or null. */
  folderName(): Promise<string | null>;
  /** Asks the person for a folder, which is then remembered. Null: they chose none. */
  chooseFolder(): Promise<string | null>;
  /**
   * Writes one file; in a folder, keeps the newest `keep` files. False where the browser wants to be asked
   * for the folder again, which only a click may do.
   */
  write(
    where: Pick<BackupSettings, 'target' | 'keep'>,
    name: string,
    bytes: Uint8Array,
  ): Promise<boolean>;
}
