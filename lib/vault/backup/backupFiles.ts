import { decodeBackup, encodeBackup } from './backupCodec';
import { openBackup } from './openBackup';
import { planRestore, serializeEntry } from './planRestore';
import { restoreChange } from './restoreChange';

/** What writes and reads backup files. No code waits for it: pages fetch it at the first backup. */
export const backupFiles = {
  encodeBackup,
  decodeBackup,
  openBackup,
  planRestore,
  restoreChange,
  serializeEntry,
};

export type BackupFiles = typeof backupFiles;
