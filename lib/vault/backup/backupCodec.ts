import { fromBase64url, hkdfSha256, lengthPrefixed, toBase64url } from '../../crypto';
import { AppError } from '../../errors';
import type { Entry } from '../entries/Entry';
import { entryToJson } from '../format/entryBytes';
import {
  openSealedKey,
  sealKeyTo,
  type Purpose,
  type Recipient,
  type SealingTools,
} from '../format/slotSealing';
import type { SlotHeader } from '../format/SlotHeader';
import { entriesIn, readBackupFrame, writeBackupFrame, type BackupFrame } from './backupFrame';
import { mostBackupSlots, type BackupFile, type BackupSlot } from './BackupFile';
import { readBackupV1 } from './readBackupV1';

const version = 2;
const domain = 'tessera-backup/2';
const none = new Uint8Array();

/** A slot in the header of a backup file. */
type SlotJson = Pick<SlotHeader, 'id' | 'memory' | 'passes' | 'lanes' | 'salt'> & {
  readonly type: BackupSlot['type'];
  readonly publicKey: string;
  readonly sealed: string;
};

/** The fields of a slot's header that a backup file doesn't store, with their values. */
const restOfHeader = {
  label: '',
  createdAt: 0,
  credential: '',
  device: '',
  renew: false,
  pending: false,
};

const purposeOf = (vault: string): Purpose => ({ info: 'backup key', vault, epoch: 0 });

const contentKey = (key: Uint8Array) =>
  hkdfSha256({ key, salt: none, info: lengthPrefixed([domain, 'content']) });

/** The content of a new backup, and who can open the file. */
export interface NewBackup {
  readonly vault: string;
  /** When the backup is made, in milliseconds since the Unix epoch. */
  readonly createdAt: number;
  readonly entries: readonly Entry[];
  /** At least one recipient, each with a passphrase or a recovery key. */
  readonly recipients: readonly Recipient[];
}

/** Encodes a backup file under a new random key. The file contains neither the vault's key nor a passphrase. */
export function encodeBackup(backup: NewBackup, tools: SealingTools): Uint8Array {
  const { vault, createdAt, entries, recipients } = backup;
  const key = tools.random(32);
  const slots = recipients.map(({ header, publicKey, psk }) => {
    const { id, type, memory, passes, lanes, salt } = header;
    const own = { ...header, ...restOfHeader };
    const sealed = sealKeyTo({ header: own, publicKey, psk }, purposeOf(vault), key, tools);
    const costs = { memory, passes, lanes };
    const texts = { publicKey: toBase64url(publicKey), sealed: toBase64url(sealed) };
    return Object.assign({ id, type, salt }, costs, texts);
  });
  const header = { vault, createdAt, entries: entries.length, slots };
  // Unlike a record of the vault, whose key is the entry's id, a file stores the id in the entry.
  const content = { entries: entries.map(entryToJson) };
  return writeBackupFrame({ version, header }, contentKey(key), content, tools.random);
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

const hasBytes = (value: unknown, length: number) =>
  typeof value === 'string' && fromBase64url(value)?.length === length;

function isSlotJson(value: unknown): value is SlotJson {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Record<string, unknown> = { ...value };
  return (
    (fields['type'] === 'passphrase' || fields['type'] === 'recovery') &&
    ['memory', 'passes', 'lanes'].every((name) => isCount(fields[name])) &&
    hasBytes(fields['id'], 16) &&
    hasBytes(fields['salt'], 16) &&
    hasBytes(fields['publicKey'], 32) &&
    hasBytes(fields['sealed'], 80)
  );
}

const wayIn =
  (vault: string) =>
  (slot: SlotJson): BackupSlot => {
    const { type, salt, memory, passes, lanes } = slot;
    const whole = { ...restOfHeader, ...slot };
    const keyBy: BackupSlot['keyBy'] = (kek, sealing) =>
      openSealedKey(whole, purposeOf(vault), kek, sealing);
    return { type, salt, memory, passes, lanes, keyBy };
  };

function readBackupV2(frame: BackupFrame): BackupFile {
  const damaged = new AppError('format/damaged');
  const fields: Record<string, unknown> =
    typeof frame.header === 'object' && frame.header ? { ...frame.header } : {};
  const { vault, createdAt, entries: size, slots } = fields;
  if (typeof vault !== 'string' || !hasBytes(vault, 16)) throw damaged;
  if (!isCount(createdAt) || !isCount(size)) throw damaged;
  if (!Array.isArray(slots) || slots.length === 0 || slots.length > mostBackupSlots) throw damaged;
  if (!slots.every(isSlotJson)) throw damaged;
  return {
    createdAt,
    slots: slots.map(wayIn(vault)),
    open(key) {
      const entries = entriesIn(frame.open(contentKey(key)));
      if (!entries) throw damaged;
      return entries;
    },
  };
}

/**
 * Parses a backup file of any version. Returns null if the bytes aren't a backup file. Throws `format/too-new` or
 * `format/damaged`.
 */
export function decodeBackup(bytes: Uint8Array): BackupFile | null {
  const frame = readBackupFrame(bytes, version);
  if (!frame) return null;
  return frame.version === 1 ? readBackupV1(frame) : readBackupV2(frame);
}
