import { expect, test } from 'vitest';
import { newSet } from '../../../lib/sync/devices';
import { newRecord, readRecord } from '../../../lib/sync/SyncRecord';
import { systemRandom } from '../../../lib/crypto';
import { draft, vaultWorld } from '../../support/vaultWorld';

const passphrase = 'correct horse battery staple';
const record = newRecord({ kind: 'browser' }, newSet(systemRandom, 'Laptop'));

async function openWorld() {
  const world = await vaultWorld();
  const vault = world.open();
  await vault.create(passphrase);
  return { world, vault };
}

async function withRecord() {
  const { world, vault } = await openWorld();
  await vault.replication.exchange(() => ({ put: [], drop: [], record }));
  return { world, vault };
}

test('a vault that never synced has no shared record', async () => {
  const { vault } = await openWorld();
  expect(await vault.replication.read()).toEqual({ entries: [], record: null });
});

test("the shared record is stored encrypted and isn't listed as an account", async () => {
  const { world, vault } = await withRecord();
  await vault.add([draft()]);
  expect(await vault.list()).toHaveLength(1);
  expect(await vault.replication.record()).toEqual(record);
  expect(JSON.stringify([...world.local.values])).not.toContain(record.memory.key);
});

test("the shared record survives a restart and isn't reported as damage", async () => {
  const { world, vault } = await withRecord();
  await vault.add([draft()]);
  vault.close();
  world.restart();
  const again = world.open();
  await again.unlock(passphrase);
  const { findings, records } = await again.health.check();
  expect(findings).toEqual([]);
  expect(records).toBe(1);
  expect(await again.replication.record()).toEqual(record);
});

test('the shared record survives a passphrase change', async () => {
  const { vault } = await withRecord();
  await vault.slots.changePassphrase(passphrase, 'another horse battery');
  expect(await vault.replication.record()).toEqual(record);
});

test("a change to only the shared record doesn't make a backup due", async () => {
  const { vault } = await withRecord();
  await vault.add([draft()]);
  const backup = await vault.backups.make();
  await vault.backups.recordBackup(backup);
  await vault.replication.exchange((now) => ({ put: [], drop: [], record: now.record }));
  expect((await vault.backups.status()).changesSince).toBe(0);
});

test('deleting an entry permanently adds a tombstone for it', async () => {
  const { vault } = await withRecord();
  const [id = ''] = await vault.add([draft()]);
  await vault.remove([id]);
  await vault.trash.purge([id]);
  const kept = readRecord(await vault.replication.record());
  expect(kept?.memory.purged.map(([purged]) => purged)).toEqual([id]);
});

test('a vault that never synced keeps no tombstones', async () => {
  const { vault } = await openWorld();
  const [id = ''] = await vault.add([draft()]);
  await vault.remove([id]);
  await vault.trash.purge([id]);
  expect(await vault.replication.record()).toBeNull();
});

test('an exchange that returns null writes nothing', async () => {
  const { world, vault } = await withRecord();
  const before = JSON.stringify([...world.local.values]);
  await vault.replication.exchange(() => null);
  expect(JSON.stringify([...world.local.values])).toBe(before);
});

test('ending sync deletes the shared record', async () => {
  const { vault } = await withRecord();
  await vault.replication.exchange(() => ({ put: [], drop: [], record: null }));
  expect(await vault.replication.record()).toBeNull();
  expect((await vault.health.check()).findings).toEqual([]);
});

test('reading the shared record throws while the vault is locked', async () => {
  const { vault } = await withRecord();
  await vault.lock();
  await expect(vault.replication.record()).rejects.toMatchObject({ code: 'vault/locked' });
});

test('a damaged copy of the shared record is repaired from the other store', async () => {
  const { world, vault } = await withRecord();
  await vault.add([draft()]);
  for (const [key, value] of world.local.values)
    if (key.includes('AAAAAAAAAAAAAAAAAAAAAA'))
      world.local.values.set(key, value.replace(/.{9}"$/, '_________"'));
  expect(await vault.list()).toHaveLength(1);
  expect((await vault.health.check()).findings.every(({ healed }) => healed)).toBe(true);
  expect(await vault.replication.record()).toEqual(record);
});
