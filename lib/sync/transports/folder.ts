import { AppError, type ErrorCode } from '../../errors';
import { longestFile } from '../syncFile';
import type { Transport } from '../Transport';

/** The part of FileSystemDirectoryHandle that this transport uses. */
export type FolderHandle = Pick<
  FileSystemDirectoryHandle,
  'values' | 'getFileHandle' | 'removeEntry'
> & {
  readonly queryPermission?: (wanted: { mode: 'readwrite' }) => Promise<PermissionState>;
};

/** Error codes by the name of the DOMException. */
const codes: Readonly<Record<string, ErrorCode>> = {
  NotAllowedError: 'sync/folder-gone',
  SecurityError: 'sync/folder-gone',
  NotFoundError: 'sync/folder-gone',
  QuotaExceededError: 'sync/full',
  NoModificationAllowedError: 'sync/locked',
};

const nameOfError = (error: unknown) => (error instanceof Error ? error.name : '');

function named(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError(codes[nameOfError(error)] ?? 'sync/folder-gone');
}

/**
 * Stores files in a folder on this machine that other software syncs (Dropbox, Syncthing, iCloud, OneDrive). Each
 * file has a single writer, so that the other software makes no conflict copies.
 */
export function folder(handle: FolderHandle): Transport {
  /**
   * Runs one access to the folder. Without permission, the access throws, so that a folder is never mistaken for
   * empty.
   */
  async function run<T>(work: () => Promise<T>): Promise<T> {
    try {
      const state = await handle.queryPermission?.({ mode: 'readwrite' });
      if (state !== undefined && state !== 'granted') throw new AppError('sync/folder-gone');
      return await work();
    } catch (error) {
      throw named(error);
    }
  }

  const open = async (name: string): Promise<File | null> => {
    try {
      return await (await handle.getFileHandle(name)).getFile();
    } catch (error) {
      if (nameOfError(error) === 'NotFoundError') return null;
      throw error;
    }
  };

  return {
    list: () =>
      run(async () => {
        const found = [];
        for await (const { kind, name } of handle.values())
          if (kind === 'file') found.push({ name, size: null, modified: null });
        return found;
      }),
    get: (name) =>
      run(async () => {
        const file = await open(name);
        return file && file.size <= longestFile ? new Uint8Array(await file.arrayBuffer()) : null;
      }),
    put: (name, bytes) =>
      run(async () => {
        const file = await handle.getFileHandle(name, { create: true });
        const writable = await file.createWritable();
        await writable.write(Uint8Array.from(bytes));
        await writable.close();
      }),
    size: (name) => run(async () => (await open(name))?.size ?? null),
    remove: (name) =>
      run(async () => {
        await handle.removeEntry(name).catch((error: unknown) => {
          if (nameOfError(error) !== 'NotFoundError') throw error;
        });
      }),
  };
}
