import { expect, test } from 'vitest';
import { systemRandom, toBase64url } from '../../../lib/crypto';
import { mostBackupSlots } from '../../../lib/vault/backup/BackupFile';
import { readBackupV1 } from '../../../lib/vault/backup/readBackupV1';

const text = (length: number) => toBase64url(systemRandom(length));

const slot = (type = 'passphrase') => ({
  v: 1,
  id: text(16),
  type,
  label: '',
  createdAt: 1,
  memory: 64 * 1024,
  passes: 3,
  lanes: 1,
  salt: text(16),
  credential: '',
  device: '',
  nonce: text(24),
  wrapped: text(48),
  commit: text(32),
  keyring: '',
});

const slots = (count: number) => Array.from({ length: count }, () => slot());

const header = (changes: object = {}) => ({
  vault: text(16),
  epoch: 1,
  createdAt: 1,
  entries: 0,
  salt: text(16),
  slots: slots(1),
  ...changes,
});

const read = (changes: object) =>
  readBackupV1({ version: 1, header: header(changes), open: () => null });

test.each([
  ['no list of slots', { slots: undefined }],
  ['slots that are an object', { slots: { length: 1, every: null } }],
  ['no slot', { slots: [] }],
  ['more slots than the limit', { slots: slots(mostBackupSlots + 1) }],
  ['one malformed slot among sound ones', { slots: [slot(), { ...slot(), commit: '' }] }],
  ['no salt', { salt: undefined }],
  ['a short salt', { salt: text(15) }],
  ['a vault id of another length', { vault: text(17) }],
  ['a negative epoch', { epoch: -1 }],
  ['an epoch above 32 bits', { epoch: 2 ** 32 }],
  ['no date', { createdAt: null }],
  ['no number of entries', { entries: '1' }],
])('a backup of version 1 with %s is refused before it asks for a passphrase', (_, changes) => {
  expect(() => read(changes)).toThrow('format/damaged');
});

test('a backup of version 1 with as many slots as the limit is read', () => {
  expect(read({ slots: slots(mostBackupSlots) }).slots).toHaveLength(mostBackupSlots);
});

test('a backup of version 1 offers its passphrase and its recovery key, and no passkey', () => {
  const types = ['passkey', 'recovery', 'device', 'passphrase'];
  const found = read({ slots: types.map((type) => slot(type)) }).slots;
  expect(found.map(({ type }) => type)).toEqual(['recovery', 'passphrase']);
});
