import { expect, test } from 'vitest';
import type { StorageArea } from '../../../lib/vault/storage/StorageArea';
import { copyOf, sameSnapshot } from '../../support/vaultDamage';
import { draft, vaultWorld } from '../../support/vaultWorld';

const passphrase = 'correct horse';

/** A storage area that accepts no more writes of the vault. */
const full = (area: StorageArea): StorageArea => ({
  ...area,
  set: (values) =>
    Object.keys(values).some((key) => key.startsWith('vault.'))
      ? Promise.reject(new Error('QUOTA_BYTES quota exceeded'))
      : area.set(values),
});

/** A vault with one account; its page writes to a disk that has become full. */
async function fullDisk() {
  const world = await vaultWorld();
  const before = world.open();
  await before.create(passphrase);
  const [id = ''] = await before.add([draft('Harbour Bank')]);
  before.close();
  return { world, id, vault: world.open({ local: full(world.local) }) };
}

test("keeps a change whose mirror can't be written, and reports that", async () => {
  const { vault, id } = await fullDisk();
  await expect(vault.update(id, () => ({ note: 'new' }))).rejects.toThrow('vault/not-mirrored');
  expect((await vault.get(id)).note).toBe('new');
  expect((await vault.list()).map(({ note }) => note)).toEqual(['new']);
});

test('saves another change on a full disk and warns again', async () => {
  const { vault, id } = await fullDisk();
  await expect(vault.update(id, () => ({ note: 'new' }))).rejects.toThrow('vault/not-mirrored');
  await expect(vault.add([draft('Second')])).rejects.toThrow('vault/not-mirrored');
  expect((await vault.list()).map(({ issuer }) => issuer)).toEqual(['Harbour Bank', 'Second']);
});

test("other pages show a change whose mirror couldn't be written", async () => {
  const { world, vault, id } = await fullDisk();
  const other = world.open();
  let heard = 0;
  other.subscribe(() => heard++);
  await expect(vault.update(id, () => ({ note: 'new' }))).rejects.toThrow('vault/not-mirrored');
  expect(heard).toBe(1);
  expect((await other.get(id)).note).toBe('new');
});

test('once there is space, the next opening updates the mirror and reports it', async () => {
  const { world, vault, id } = await fullDisk();
  await expect(vault.update(id, () => ({ note: 'new' }))).rejects.toThrow('vault/not-mirrored');
  vault.close();
  world.restart();
  const next = world.open();
  await next.unlock(passphrase);
  expect((await next.list()).map(({ note }) => note)).toEqual(['new']);
  expect(await next.health.report()).toMatchObject({
    sound: 1,
    findings: [{ kind: 'store-behind', store: 'mirror', healed: true }],
  });
  expect(sameSnapshot(await copyOf(world, 'mirror'), await copyOf(world, 'primary'))).toBe(true);
});

test('a vault opens while the disk is still full', async () => {
  const { world, vault, id } = await fullDisk();
  await expect(vault.update(id, () => ({ note: 'new' }))).rejects.toThrow('vault/not-mirrored');
  vault.close();
  world.restart();
  const next = world.open({ local: full(world.local) });
  await next.unlock(passphrase);
  expect((await next.list()).map(({ note }) => note)).toEqual(['new']);
  expect((await next.health.report())?.findings).toEqual([
    { kind: 'store-behind', store: 'mirror', healed: false },
  ]);
});

test('a new vault key on a full disk: the session continues with it, and the passphrase opens the vault', async () => {
  const { world, vault } = await fullDisk();
  await expect(vault.slots.rotate(passphrase)).rejects.toThrow('vault/not-mirrored');
  expect((await vault.list()).map(({ issuer }) => issuer)).toEqual(['Harbour Bank']);
  vault.close();
  world.restart();
  const next = world.open();
  await next.unlock(passphrase);
  expect((await next.list()).map(({ issuer }) => issuer)).toEqual(['Harbour Bank']);
  expect(sameSnapshot(await copyOf(world, 'mirror'), await copyOf(world, 'primary'))).toBe(true);
});

test('a new passphrase on a full disk: the old one no longer opens the vault', async () => {
  const { world, vault } = await fullDisk();
  const changing = vault.slots.changePassphrase(passphrase, 'another horse');
  await expect(changing).rejects.toThrow('vault/not-mirrored');
  expect((await vault.slots.list()).map(({ type }) => type)).toEqual(['passphrase']);
  await vault.lock();
  await vault.unlock('another horse');
  await expect(world.open().slots.rotate(passphrase)).rejects.toThrow('vault/wrong-passphrase');
});

test('shows a new recovery key on a full disk, because it is in the vault', async () => {
  const { world, vault } = await fullDisk();
  await vault.slots.createRecoveryKey(passphrase);
  const key = await vault.slots.createRecoveryKey(passphrase);
  vault.close();
  world.restart();
  const next = world.open();
  await next.slots.recover(key, 'another horse');
  expect((await next.list()).map(({ issuer }) => issuer)).toEqual(['Harbour Bank']);
});
