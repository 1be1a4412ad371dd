import { beforeEach, describe, expect, test } from 'vitest';
import type { SecureVault, StoreName } from '../../../lib/vault';
import { copyOf, keyOf, issuersOf, putBack, sameSnapshot } from '../../support/vaultDamage';
import { draft, vaultWorld, type VaultWorld } from '../../support/vaultWorld';
import type { Snapshot } from '../../../lib/vault/storage/Store';

const ours = 'correct horse';
const theirs = 'battery staple';

const stores: readonly StoreName[] = ['primary', 'mirror'];

/** The content of another vault with one account, in such a store. */
async function another(store: StoreName, create: (vault: SecureVault) => Promise<void>) {
  const world = await vaultWorld();
  const vault = world.open();
  await create(vault);
  await vault.add([draft('Theirs')]);
  vault.close();
  return copyOf(world, store);
}

/**
 * A profile whose one store holds our vault with one account, and the other one a different vault.
 */
async function halfRestored(
  store: StoreName,
  create = (vault: SecureVault) => vault.create(theirs),
) {
  const world = await vaultWorld();
  const vault = world.open();
  await vault.create(ours);
  await vault.add([draft('Ours')]);
  vault.close();
  world.restart();
  const foreign = await another(store, create);
  await putBack(world, store, foreign);
  return { world, foreign };
}

describe.each(stores)('the %s store holds another vault', (store) => {
  let world: VaultWorld;
  let foreign: Snapshot;

  beforeEach(async () => {
    ({ world, foreign } = await halfRestored(store));
  });

  const untouched = async () => sameSnapshot(await copyOf(world, store), foreign);

  test('reports it once ours is unlocked, and never changes a byte of it', async () => {
    const vault = world.open();
    expect(await vault.state()).toBe('locked');
    await vault.unlock(ours);
    expect(await issuersOf(vault)).toEqual(['Ours']);
    const finding = { kind: 'store-foreign', store, healed: false };
    expect((await vault.health.report())?.findings).toEqual([finding]);
    const [id = ''] = await vault.add([draft('Second')]);
    await vault.update(id, () => ({ note: 'newer' }));
    await vault.slots.changePassphrase(ours, 'another horse');
    await vault.slots.createRecoveryKey('another horse');
    await vault.slots.rotate('another horse');
    await vault.health.discardDamaged();
    expect((await vault.health.check()).findings).toEqual([finding]);
    expect(await issuersOf(world.open())).toEqual(['Ours', 'Second']);
    expect(await untouched()).toBe(true);
  });

  test('each opens with its own passphrase, in the same page too, with its own accounts', async () => {
    const vault = world.open();
    for (const [passphrase, issuer] of [
      [ours, 'Ours'],
      [theirs, 'Theirs'],
      [ours, 'Ours'],
    ] as const) {
      await vault.unlock(passphrase);
      expect(await issuersOf(vault)).toEqual([issuer]);
      await vault.lock();
    }
    await vault.unlock(theirs);
    await vault.add([draft('Second of theirs')]);
    await vault.lock();
    await vault.unlock(ours);
    expect(await issuersOf(vault)).toEqual(['Ours']);
    await vault.lock();
    await vault.unlock(theirs);
    expect(await issuersOf(vault)).toEqual(['Theirs', 'Second of theirs']);
  });

  test('shows the slots of both while locked, then those of the open one', async () => {
    const vault = world.open();
    await vault.unlock(theirs);
    await vault.slots.createRecoveryKey(theirs);
    await vault.lock();
    const types = async () => (await vault.slots.list()).map(({ type }) => type).toSorted();
    expect(await types()).toEqual(['passphrase', 'passphrase', 'recovery']);
    await vault.unlock(ours);
    expect(await types()).toEqual(['passphrase']);
  });

  test("a recovery key opens its own vault, and sets that one's new passphrase", async () => {
    const vault = world.open();
    await vault.unlock(theirs);
    const key = await vault.slots.createRecoveryKey(theirs);
    await vault.lock();
    const before = await copyOf(world, store === 'primary' ? 'mirror' : 'primary');
    const page = world.open();
    await page.slots.recover(key, 'a new passphrase');
    expect(await issuersOf(page)).toEqual(['Theirs']);
    await page.lock();
    const after = await copyOf(world, store === 'primary' ? 'mirror' : 'primary');
    expect(sameSnapshot(after, before)).toBe(true);
    await page.unlock(ours);
    expect(await issuersOf(page)).toEqual(['Ours']);
  });

  test('the passphrase of the other proves nothing in an open one', async () => {
    const vault = world.open();
    await vault.unlock(ours);
    await expect(vault.unlock(theirs)).rejects.toThrow('vault/wrong-passphrase');
    expect(await issuersOf(vault)).toEqual(['Ours']);
  });

  test('the rescue file contains both', async () => {
    const vault = world.open();
    await vault.unlock(ours);
    await vault.list();
    const rescue = await vault.health.rescue();
    expect(rescue[store].head).toBe(foreign.head);
    expect(Object.keys(rescue[store].records)).toEqual([...foreign.records.keys()].map(keyOf));
    expect(rescue[store === 'primary' ? 'mirror' : 'primary'].head).not.toBe(foreign.head);
  });

  test('deleting it in one page deletes it for the other pages too', async () => {
    const [vault, page] = [world.open(), world.open()];
    await vault.unlock(ours);
    await page.add([draft('Second')]);
    await vault.health.deleteOtherVault();
    await page.add([draft('Third')]);
    expect(sameSnapshot(await copyOf(world, 'primary'), await copyOf(world, 'mirror'))).toBe(true);
    expect(await issuersOf(vault)).toEqual(['Ours', 'Second', 'Third']);
  });

  test('deleting the other vault leaves ours in both stores', async () => {
    const vault = world.open();
    await vault.unlock(ours);
    await vault.health.deleteOtherVault();
    expect((await vault.health.report())?.findings).toEqual([]);
    await vault.add([draft('Second')]);
    expect(sameSnapshot(await copyOf(world, 'primary'), await copyOf(world, 'mirror'))).toBe(true);
    await vault.lock();
    await expect(vault.unlock(theirs)).rejects.toThrow('vault/wrong-passphrase');
    await vault.unlock(ours);
    expect(await issuersOf(vault)).toEqual(['Ours', 'Second']);
  });
});

test('keeps a damaged head of another vault', async () => {
  const { world, foreign } = await halfRestored('mirror');
  const rotten = { ...foreign, head: foreign.head?.replace('"revision":2', '"revision":3') ?? '' };
  await putBack(world, 'mirror', rotten);
  const vault = world.open();
  await vault.unlock(ours);
  expect(await issuersOf(vault)).toEqual(['Ours']);
  expect((await vault.health.report())?.findings).toMatchObject([{ kind: 'store-foreign' }]);
  await vault.add([draft('Second')]);
  expect(sameSnapshot(await copyOf(world, 'mirror'), rotten)).toBe(true);
});

test("repairs our head if a letter of the vault's id is wrong", async () => {
  const world = await vaultWorld();
  const vault = world.open();
  await vault.create(ours);
  await vault.add([draft('Ours')]);
  const mirror = await copyOf(world, 'mirror');
  const head =
    mirror.head?.replace(/(?<="vault":")./, (letter) => (letter === 'A' ? 'B' : 'A')) ?? '';
  await putBack(world, 'mirror', { ...mirror, head });
  const finding = { kind: 'head-damaged', store: 'mirror', healed: true };
  expect((await vault.health.check()).findings).toEqual([finding]);
  expect((await vault.health.check()).findings).toEqual([]);
});

test('a record of another vault is deleted with that vault, not with damaged records', async () => {
  const world = await vaultWorld();
  const vault = world.open();
  await vault.create(ours);
  await vault.add([draft('Ours')]);
  const { records } = await another('primary', (other) => other.create(theirs));
  const now = await copyOf(world, 'primary');
  await putBack(world, 'primary', { ...now, records: new Map([...now.records, ...records]) });
  await vault.health.discardDamaged();
  expect((await copyOf(world, 'primary')).records.size).toBe(2);
  await vault.health.deleteOtherVault();
  expect((await vault.health.report())?.findings).toEqual([]);
  expect((await copyOf(world, 'primary')).records).toEqual(now.records);
});

describe.each(stores)('the %s store holds another vault without a passphrase', (store) => {
  test('neither opens by itself, and both can be opened', async () => {
    const { world } = await halfRestored(store, (other) => other.createWithoutPassphrase());
    const vault = world.open();
    expect(await vault.state()).toBe('locked');
    expect((await vault.slots.list()).map(({ type }) => type).toSorted()).toEqual([
      'device',
      'passphrase',
    ]);
    await vault.slots.unlockWithoutPassphrase();
    expect(await issuersOf(vault)).toEqual(['Theirs']);
    await vault.lock();
    expect(await vault.state()).toBe('locked');
    await vault.unlock(ours);
    expect(await issuersOf(vault)).toEqual(['Ours']);
  });
});

test('an old copy from before the first passphrase opens nothing', async () => {
  const world = await vaultWorld();
  const vault = world.open();
  await vault.createWithoutPassphrase();
  const before = await copyOf(world, 'mirror');
  await vault.slots.setPassphrase(ours);
  const now = await copyOf(world, 'primary');
  await putBack(world, 'mirror', before);
  // The head that supersedes it is damaged too.
  await putBack(world, 'primary', { ...now, head: now.head?.replace('T1.', 'T1.A') ?? '' });
  world.restart();
  const next = world.open();
  expect(await next.state()).toBe('locked');
  await expect(next.slots.unlockWithoutPassphrase()).rejects.toThrow(/vault/);
});
