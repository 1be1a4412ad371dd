import { fromBase64url, hkdfSha256, lengthPrefixed } from '../../crypto';
import { AppError } from '../../errors';
import { domainV1, isSlotV1, openSlotV1, type SlotV1 } from '../migration/v1/SlotV1';
import { entriesIn, type BackupFrame } from './backupFrame';
import { mostBackupSlots, type BackupFile, type BackupSlot } from './BackupFile';

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

function headerOf(header: unknown) {
  const fields: Record<string, unknown> = typeof header === 'object' && header ? { ...header } : {};
  const { vault, epoch, createdAt, entries, salt, slots } = fields;
  const saltBytes = typeof salt === 'string' ? fromBase64url(salt) : null;
  if (typeof vault !== 'string' || fromBase64url(vault)?.length !== 16) return null;
  if (saltBytes?.length !== 16 || !isCount(epoch) || epoch > 0xff_ff_ff_ff) return null;
  if (!isCount(createdAt) || !isCount(entries)) return null;
  if (!Array.isArray(slots) || slots.length === 0 || slots.length > mostBackupSlots) return null;
  return slots.every(isSlotV1) ? { vault, epoch, createdAt, salt: saltBytes, slots } : null;
}

const isWayIn = (slot: SlotV1): slot is SlotV1 & Pick<BackupSlot, 'type'> =>
  slot.type === 'passphrase' || slot.type === 'recovery';

/** Reads a backup of version 1, which is encrypted with the vault's key. Throws `format/damaged`. */
export function readBackupV1(frame: BackupFrame): BackupFile {
  const header = headerOf(frame.header);
  if (!header) throw new AppError('format/damaged');
  const { epoch, createdAt, salt, slots } = header;
  return {
    createdAt,
    slots: slots.filter(isWayIn).map((slot) => ({
      type: slot.type,
      salt: slot.salt,
      memory: slot.memory,
      passes: slot.passes,
      lanes: slot.lanes,
      keyBy: (kek) => openSlotV1(header, slot, kek),
    })),
    open(key) {
      const content = hkdfSha256({ key, salt, info: lengthPrefixed([domainV1, 'backup', epoch]) });
      const entries = entriesIn(frame.open(content));
      if (!entries) throw new AppError('format/damaged');
      return entries;
    },
  };
}
