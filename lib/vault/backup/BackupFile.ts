import type { KdfCosts, PublicKeySealing } from '../../crypto';
import type { OpenedKey } from '../format/OpenedKey';

/** One slot of a backup: a passphrase or a recovery key. */
export interface BackupSlot extends KdfCosts {
  readonly type: 'passphrase' | 'recovery';
  readonly salt: string;
  /** Returns the file's key, opened with the KEK of this slot. */
  readonly keyBy: (kek: Uint8Array, sealing: PublicKeySealing) => OpenedKey;
}

/** A backup of any version with a valid form, not opened yet. */
export interface BackupFile {
  /** Milliseconds since the Unix epoch. */
  readonly createdAt: number;
  readonly slots: readonly BackupSlot[];
  /** Returns the stored entries. Throws `format/damaged` if the key is wrong or a bit was changed. */
  readonly open: (key: Uint8Array) => readonly unknown[];
}

/** Maximum number of slots in a backup. */
export const mostBackupSlots = 64;
