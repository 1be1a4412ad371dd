import { expect, test } from 'vitest';
import type { StorageArea } from '../../../lib/vault/storage/StorageArea';
import { copyOf, sameSnapshot } from '../../support/vaultDamage';
import { draft, vaultWorld } from '../../support/vaultWorld';

const passphrase = 'correct horse';

/** An area that takes nothing of the vault any more. */
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

test('the second copy of a change cannot be written: the change is there, and the user hears of it', async () => {
  const { vault, id } = await fullDisk();
  await expect(vault.update(id, () => ({ note: 'new' }))).rejects.toThrow('vault/not-mirrored');
  expect((await vault.get(id)).note).toBe('new');
  expect((await vault.list()).map(({ note }) => note)).toEqual(['new']);
});

test('a further change on the full disk is kept too, and told again', async () => {
  const { vault, id } = await fullDisk();
  await expect(vault.update(id, () => ({ note: 'new' }))).rejects.toThrow('vault/not-mirrored');
  await expect(vault.add([draft('Second')])).rejects.toThrow('vault/not-mirrored');
  expect((await vault.list()).map(({ issuer }) => issuer)).toEqual(['Harbour Bank', 'Second']);
});

test('other pages show a change whose second copy could not be written', async () => {
  const { world, vault, id } = await fullDisk();
  const other = world.open();
  let heard = 0;
  other.subscribe(() => heard++);
  await expect(vault.update(id, () => ({ note: 'new' }))).rejects.toThrow('vault/not-mirrored');
  expect(heard).toBe(1);
  expect((await other.get(id)).note).toBe('new');
});

test('there is space again: the next opening brings the second copy up to the first, and says so', async () => {
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

test('the disk is still full at the next opening: the vault opens all the same', async () => {
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

test('a new vault key on a full disk: the session goes on under it, and the passphrase opens the vault', async () => {
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

test('another passphrase on a full disk: the old one opens the vault no more', async () => {
  const { world, vault } = await fullDisk();
  const changing = vault.slots.changePassphrase(passphrase, 'another horse');
  await expect(changing).rejects.toThrow('vault/not-mirrored');
  expect((await vault.slots.list()).map(({ type }) => type)).toEqual(['passphrase']);
  await vault.lock();
  await vault.unlock('another horse');
  await expect(world.open().slots.rotate(passphrase)).rejects.toThrow('vault/wrong-passphrase');
});

test('a recovery key on a full disk is shown, for it is in the vault', async () => {
  const { world, vault } = await fullDisk();
  await vault.slots.createRecoveryKey(passphrase);
  const key = await vault.slots.createRecoveryKey(passphrase);
  vault.close();
  world.restart();
  const next = world.open();
  await next.slots.recover(key, 'another horse');
  expect((await next.list()).map(({ issuer }) => issuer)).toEqual(['Harbour Bank']);
});
