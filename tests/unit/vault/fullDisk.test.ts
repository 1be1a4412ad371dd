import { expect, test } from 'vitest';
import type { StorageArea } from '../../../lib/vault/storage/StorageArea';
import { copyOf, sameSnapshot } from '../../support/vaultDamage';
import { draft, vaultWorld } from '../../support/vaultWorld';

const passphrase = 'correct horse';

/** Returns a storage area that rejects all further writes of the vault. */
const full = (area: StorageArea): StorageArea => ({
  ...area,
  set: (values) =>
    Object.keys(values).some((key) => key.startsWith('vault.'))
      ? Promise.reject(new Error('QUOTA_BYTES quota exceeded'))
      : area.set(values),
});

/** Returns a vault with one account, open in a page whose disk is full. */
async function fullDisk() {
  const world = await vaultWorld();
  const before = world.open();
  await before.create(passphrase);
  const [id = ''] = await before.add([draft('Harbour Bank')]);
  before.close();
  return { world, id, vault: world.open({ local: full(world.local) }) };
}

test('on a full disk, a change is saved in the primary store, and the missing mirror is reported', async () => {
  const { vault, id } = await fullDisk();
  await expect(vault.update(id, () => ({ note: 'new' }))).rejects.toThrow('vault/not-mirrored');
  expect((await vault.get(id)).note).toBe('new');
  expect((await vault.list()).map(({ note }) => note)).toEqual(['new']);
});

test('on a full disk, a second change is saved, and the missing mirror is reported again', async () => {
  const { vault, id } = await fullDisk();
  await expect(vault.update(id, () => ({ note: 'new' }))).rejects.toThrow('vault/not-mirrored');
  await expect(vault.add([draft('Second')])).rejects.toThrow('vault/not-mirrored');
  expect((await vault.list()).map(({ issuer }) => issuer)).toEqual(['Harbour Bank', 'Second']);
});

test('on a full disk, a change appears in other pages', async () => {
  const { world, vault, id } = await fullDisk();
  const other = world.open();
  let heard = 0;
  other.subscribe(() => heard++);
  await expect(vault.update(id, () => ({ note: 'new' }))).rejects.toThrow('vault/not-mirrored');
  expect(heard).toBe(1);
  expect((await other.get(id)).note).toBe('new');
});

test('once there is space, the next unlock updates the mirror and reports it', async () => {
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

test('a vault opens while the disk is full', async () => {
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

test('after the vault key was replaced on a full disk, the session continues and the passphrase opens the vault', async () => {
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

test('after the passphrase was changed on a full disk, the old passphrase no longer opens the vault', async () => {
  const { world, vault } = await fullDisk();
  const changing = vault.slots.changePassphrase(passphrase, 'another horse');
  await expect(changing).rejects.toThrow('vault/not-mirrored');
  expect((await vault.slots.list()).map(({ type }) => type)).toEqual(['passphrase']);
  await vault.lock();
  await vault.unlock('another horse');
  await expect(world.open().slots.rotate(passphrase)).rejects.toThrow('vault/wrong-passphrase');
});

test('a new recovery key is shown on a full disk, because the vault contains it', async () => {
  const { world, vault } = await fullDisk();
  await vault.slots.createRecoveryKey(passphrase);
  const key = await vault.slots.createRecoveryKey(passphrase);
  vault.close();
  world.restart();
  const next = world.open();
  await next.slots.recover(key, 'another horse');
  expect((await next.list()).map(({ issuer }) => issuer)).toEqual(['Harbour Bank']);
});
