import { withIdleLock } from '../../platform';
import type { BackupTargets } from '../../vault';
import { canChooseFolder, folderOf, isAllowed, type Folder } from './folderOf';

/** The name of an automatic backup: the date and time, then an identifier of this vault. */
const named = /^tessera-\d{4}-\d{2}-\d{2}-\d{4}(-[\da-f]{6}\.tessera)$/;
const markIn = (name: string) => named.exec(name)?.[1];

/**
 * Deletes the oldest automatic backups of this vault. Keeps files that a person named and files that another
 * vault wrote.
 */
async function prune(folder: Folder, newest: string, keep: number): Promise<void> {
  const mark = markIn(newest);
  if (mark === undefined) return;
  const names: string[] = [];
  for await (const name of folder.keys()) if (markIn(name) === mark) names.push(name);
  for (const name of names.toSorted().slice(0, -keep)) await folder.removeEntry(name);
}

const kept = folderOf('backups');

async function writeFile(folder: Folder, name: string, bytes: Uint8Array): Promise<void> {
  const file = await folder.getFileHandle(name, { create: true });
  try {
    const stream = await file.createWritable();
    await stream.write(new Uint8Array(bytes));
    await stream.close();
  } catch (error) {
    // Removes an empty file, because it would count as a backup.
    if ((await file.getFile()).size === 0) await folder.removeEntry(name);
    throw error;
  }
}

async function writeToFolder(name: string, bytes: Uint8Array, keep: number): Promise<boolean> {
  const folder = await kept.handle();
  if (!folder || !(await isAllowed(folder))) return false;
  await writeFile(folder, name, bytes);
  // The backup succeeded even if an old file can't be removed.
  await prune(folder, name, keep).catch(() => undefined);
  return true;
}

function download(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The browser reads the blob only after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Creates the targets of backups: a folder, and the downloads of this browser. */
export function browserTargets(): BackupTargets {
  return {
    canChooseFolder: canChooseFolder(),
    async folder() {
      const folder = await kept.handle().catch(() => null);
      return folder && { name: folder.name, allowed: await isAllowed(folder) };
    },
    allowFolder: () => kept.allow(),
    chooseFolder: () => kept.choose(),
    async write({ target, keep }, name, bytes) {
      if (target === 'folder') return writeToFolder(name, bytes, keep);
      download(name, bytes);
      return true;
    },
    withBackupLock: (work) => withIdleLock('tessera-backups', work),
  };
}
