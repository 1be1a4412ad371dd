import { openDB } from 'idb';

/** A folder handle with the methods of Chromium's File System Access that TypeScript's types lack. */
export interface Folder extends FileSystemDirectoryHandle {
  queryPermission(descriptor: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(descriptor: { mode: 'readwrite' }): Promise<PermissionState>;
}

interface WithPicker {
  readonly showDirectoryPicker?: (options: { id: string; mode: 'readwrite' }) => Promise<Folder>;
}

const picker = () => {
  const { showDirectoryPicker }: WithPicker & typeof globalThis = globalThis;
  return showDirectoryPicker;
};

/**
 * Opens the database that holds the folders' handles, because JSON can't represent a handle. A handle isn't
 * secret.
 */
const database = () =>
  openDB('tessera-folder', 1, { upgrade: (db) => void db.createObjectStore('handles') });

/** Returns whether the browser allows access to the folder without asking the user. */
export const isAllowed = async (folder: Folder): Promise<boolean> =>
  (await folder.queryPermission({ mode: 'readwrite' })) === 'granted';

/** Returns whether this browser lets an extension use a chosen folder (File System Access). */
export const canChooseFolder = (): boolean => picker() !== undefined;

/** The folder on this machine that the user chose for backups or for sync. */
export interface ChosenFolder {
  /** Returns the folder's handle, or null if no folder is chosen. */
  readonly handle: () => Promise<Folder | null>;
  /** Asks the user for a folder and stores the choice. Returns the folder's name, or null if the user cancels. */
  readonly choose: () => Promise<string | null>;
  /**
   * Asks the user to allow access to the chosen folder again. Returns whether the user allowed it. Works only
   * during a click.
   */
  readonly allow: () => Promise<boolean>;
}

/** Returns the folder that the user chose for `use`. */
export function folderOf(use: 'backups' | 'sync'): ChosenFolder {
  async function handle(): Promise<Folder | null> {
    const db = await database();
    const folder: Folder | undefined = await db.get('handles', use);
    db.close();
    return folder ?? null;
  }
  return {
    handle,
    async choose() {
      // Closing the picker isn't an error.
      const folder = await picker()
        ?.call(globalThis, { id: `tessera-${use}`, mode: 'readwrite' })
        .catch(() => null);
      if (!folder) return null;
      const db = await database();
      await db.put('handles', folder, use);
      db.close();
      return folder.name;
    },
    async allow() {
      const folder = await handle();
      return (await folder?.requestPermission({ mode: 'readwrite' })) === 'granted';
    },
  };
}
