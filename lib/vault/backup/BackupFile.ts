import type { KdfCosts, PublicKeySealing } from '../../crypto';
import type { OpenedKey } from '../format/OpenedKey';

/** A slot of a backup, which a passphrase or a recovery key opens. */
export interface BackupSlot extends KdfCosts {
  readonly type: 'passphrase' | 'recovery';
  readonly salt: string;
  /** Opens the file's key with this slot's KEK. */
  readonly keyBy: (kek: Uint8Array, sealing: PublicKeySealing) => OpenedKey;
}

/** A parsed backup file of any version, not opened yet. */
export interface BackupFile {
  /** When the backup was made, in milliseconds since the Unix epoch. */
  readonly createdAt: number;
  readonly slots: readonly BackupSlot[];
  /** Returns the entries as JSON values. Throws `format/damaged` if the key is wrong or the file was changed. */
  readonly open: (key: Uint8Array) => readonly unknown[];
}

/** Maximum number of slots in a backup. */
export const mostBackupSlots = 64;
