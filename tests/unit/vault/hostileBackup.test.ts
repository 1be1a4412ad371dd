import { beforeEach, describe, expect, test } from 'vitest';
import { loadSealing, systemRandom, type Derivation } from '../../../lib/crypto';
import type { Entry } from '../../../lib/vault';
import { encodeBackup } from '../../../lib/vault/backup/backupCodec';
import { recipientFrom } from '../../../lib/vault/format/slotSealing';
import { newHeader, newPassphrase } from '../../../lib/vault/keys/slotKeys';
import { draft, vaultWorld, type VaultWorld } from '../../support/vaultWorld';
import { issuers, passphrase } from './slotVault';

/** The ids of entries in the tests' backups: 16 bytes in base64url. */
const idOf = (at: number) => Buffer.alloc(16, at + 1).toString('base64url');

const entryAt = (at: number, changes: object = {}): Entry => ({
  ...draft(`Account ${at}`),
  id: idOf(at),
  note: '',
  tags: [],
  hosts: [],
  icon: '',
  pinned: false,
  position: at,
  backupCodes: [],
  createdAt: 1,
  updatedAt: 1,
  usedAt: null,
  useCount: 0,
  deletedAt: null,
  ...changes,
});

let world: VaultWorld;

beforeEach(async () => {
  world = await vaultWorld();
});

/** Encodes a backup as an attacker could who chooses its entries and knows its passphrase. */
async function backupOf(entries: readonly Entry[]): Promise<Uint8Array> {
  const { header, kek } = await newPassphrase(world.deps(), passphrase);
  const sealing = await loadSealing();
  const recipients = [recipientFrom(sealing, header, kek)];
  const backup = { vault: idOf(99), createdAt: 1, entries, recipients };
  return encodeBackup(backup, { sealing, random: systemRandom });
}

const otp = (changes: object) => ({ otp: { ...draft().otp, ...changes } });

const hostile: Readonly<Record<string, object>> = {
  'no issuer': { issuer: null },
  'an issuer that is a list': { issuer: ['GitHub'] },
  'tags that are a number': { tags: 7 },
  'too many tags': { tags: Array.from({ length: 1_001 }, String) },
  'a tag that is an object': { tags: [{}] },
  'hosts that are a text': { hosts: 'github.com' },
  'a host without end': { hosts: ['a'.repeat(4_001)] },
  'a backup code without a code': { backupCodes: [{ usedAt: null }] },
  'a backup code that is a text': { backupCodes: ['aaaa-1111'] },
  'a note without end': { note: 'a'.repeat(1_000_001) },
  'an icon that is a number': { icon: 1 },
  'a pin that is a text': { pinned: 'yes' },
  'a position that is no number': { position: 'first' },
  'a time that is no number': { updatedAt: '1' },
  'a use count below zero': { useCount: -1 },
  'a use count with a fraction': { useCount: 0.5 },
  'a period of zero': otp({ period: 0 }),
  'a billion digits': otp({ digits: 1e9 }),
  'no kind of code': otp({ kind: undefined }),
  'an unknown kind of code': otp({ kind: 'sms' }),
  'an unknown algorithm': otp({ algorithm: 'MD5' }),
  'an empty secret': otp({ secret: new Uint8Array() }),
  'a counter below zero': otp({ counter: -1 }),
  'a PIN that is a number': otp({ pin: 1234 }),
  'an empty id': { id: '' },
  'a short id': { id: 'AAAA' },
  'an id with a dot': { id: 'a.b' },
  'an id that names a prototype': { id: '__proto__' },
  'the id of the shared record': { id: Buffer.alloc(16).toString('base64url') },
};

describe('a backup with invalid entries', () => {
  test.each(Object.entries(hostile))(
    'restores only the other entries, and counts an entry with %s',
    async (_, changes) => {
      const bytes = await backupOf([entryAt(0), entryAt(1, changes), entryAt(2)]);
      const vault = world.open();
      await vault.create(passphrase);
      const preview = await vault.backups.read(bytes, passphrase);
      if (!preview) throw new Error('This is a backup');
      expect(preview.unreadable).toBe(1);
      await vault.backups.restore(preview, 'merge');
      world.restart();
      const next = world.open();
      await next.unlock(passphrase);
      expect(await issuers(next)).toEqual(['Account 0', 'Account 2']);
      expect((await next.health.check()).findings).toEqual([]);
    },
  );

  test('shortens a long name and adds the whole name to the note', async () => {
    const bytes = await backupOf([entryAt(0, { issuer: 'a'.repeat(300), note: 'Old' })]);
    const vault = world.open();
    await vault.create(passphrase);
    const preview = await vault.backups.read(bytes, passphrase);
    if (!preview) throw new Error('This is a backup');
    await vault.backups.restore(preview, 'merge');
    const { issuer, note } = await vault.get(idOf(0));
    expect([issuer, note]).toEqual(['a'.repeat(256), `Old\n${'a'.repeat(300)}`]);
  });
});

describe('a backup with many costly slots', () => {
  const costs = { memory: 1024 * 1024, passes: 10, lanes: 4 };

  async function costlyBackup() {
    const sealing = await loadSealing();
    const kek = new Uint8Array(32);
    const recipients = Array.from({ length: 64 }, () =>
      recipientFrom(sealing, newHeader(world.deps(), 'passphrase', costs), kek),
    );
    const backup = { vault: idOf(99), createdAt: 1, entries: [entryAt(0)], recipients };
    return encodeBackup(backup, { sealing, random: systemRandom });
  }

  test('is rejected after twice the work of the costliest slot', async () => {
    const bytes = await costlyBackup();
    const tasks: Derivation[] = [];
    const vault = world.open({
      derive: (task) => {
        tasks.push(task);
        return Promise.resolve(systemRandom(32));
      },
    });
    await expect(vault.backups.read(bytes, passphrase)).rejects.toThrow('format/cost-too-high');
    expect(tasks).toHaveLength(2);
  });

  test('is abandoned as soon as the user cancels', async () => {
    const bytes = await costlyBackup();
    const canceling = new AbortController();
    let derivations = 0;
    const vault = world.open({
      derive: (_, signal) =>
        new Promise((_resolve, reject) => {
          derivations += 1;
          signal?.addEventListener('abort', () => reject(signal.reason));
          canceling.abort(new Error('canceled'));
        }),
    });
    const reading = vault.backups.read(bytes, passphrase, canceling.signal);
    await expect(reading).rejects.toThrow('canceled');
    expect(derivations).toBe(1);
  });
});
