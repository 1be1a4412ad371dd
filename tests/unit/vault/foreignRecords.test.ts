import { describe, expect, test } from 'vitest';
import { copyOf, issuersOf, putBack, sameSnapshot } from '../../support/vaultDamage';
import { draft, vaultWorld } from '../../support/vaultWorld';
import { ours, theirs, stores, another, halfRestored } from './halfRestored';

test('a damaged head of another vault is kept', async () => {
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

test('our head is repaired if a letter of its vault id is wrong', async () => {
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

test('deleting damaged records keeps a record of another vault, and deleting that vault deletes the record', async () => {
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

test('deleting damaged records writes nothing if no record is damaged', async () => {
  const world = await vaultWorld();
  const vault = world.open();
  await vault.create(ours);
  await vault.add([draft('Ours')]);
  const before = await Promise.all(stores.map((store) => copyOf(world, store)));
  await vault.health.discardDamaged();
  const after = await Promise.all(stores.map((store) => copyOf(world, store)));
  expect(after).toEqual(before);
});

describe.each(stores)('if the %s store holds another vault without a passphrase', (store) => {
  test('neither vault opens by itself, and both can be opened', async () => {
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

test("a copy from before the first passphrase can't be opened without a passphrase", async () => {
  const world = await vaultWorld();
  const vault = world.open();
  await vault.createWithoutPassphrase();
  const before = await copyOf(world, 'mirror');
  await vault.slots.setPassphrase(ours);
  const now = await copyOf(world, 'primary');
  await putBack(world, 'mirror', before);
  // Damages the current head, which supersedes the copy.
  await putBack(world, 'primary', { ...now, head: now.head?.replace('T1.', 'T1.A') ?? '' });
  world.restart();
  const next = world.open();
  expect(await next.state()).toBe('locked');
  await expect(next.slots.unlockWithoutPassphrase()).rejects.toThrow(/vault/);
});
