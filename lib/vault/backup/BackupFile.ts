import type { KdfCosts, PublicKeySealing } from '../../crypto';
import type { OpenedKey } from '../format/OpenedKey';

/** One way into a backup: a passphrase or a recovery key. */
export interface BackupSlot extends KdfCosts {
  readonly type: 'passphrase' | 'recovery';
  readonly salt: string;
  /** The file's key, by the KEK that the person's key gives for this slot. */
  readonly keyBy: (kek: Uint8Array, sealing: PublicKeySealing) => OpenedKey;
}

/** A backup whose form is right, of any version. It is not opened yet. */
export interface BackupFile {
  /** Milliseconds since the Unix epoch. */
  readonly createdAt: number;
  readonly slots: readonly BackupSlot[];
  /** What it keeps as entries; throws `format/damaged` where this is not the key or a bit is not as it was. */
  readonly open: (key: Uint8Array) => readonly unknown[];
}

/** Slots that a backup may have. */
export const mostBackupSlots = 64;
