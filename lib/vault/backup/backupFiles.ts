import { decodeBackup, encodeBackup } from './backupCodec';
import { openBackup } from './openBackup';
import { planRestore, serializeEntry } from './planRestore';
import { restoreChange } from './restoreChange';

/** Functions that read and write backup files. Pages load them at the first backup. */
export const backupFiles = {
  encodeBackup,
  decodeBackup,
  openBackup,
  planRestore,
  restoreChange,
  serializeEntry,
};

export type BackupFiles = typeof backupFiles;
