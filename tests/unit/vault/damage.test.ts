import { describe, expect, test } from 'vitest';
import {
  copyOf,
  keyOf,
  damages,
  issuersOf,
  putBack,
  sameSnapshot,
  soundIssuers,
} from '../../support/vaultDamage';
import { pictureOf } from '../../support/accountPictures';
import { draft, vaultWorld } from '../../support/vaultWorld';
import { passphrase, stores, sources } from './damagedVault';
import { unlockedWorld } from './iconWorld';

describe.each(stores)('if only the %s store is damaged', (store) => {
  test.each(Object.keys(damages))(
    'nothing is lost, and the damage is reported and repaired: %s',
    async (kind) => {
      const made = await sources(store);
      await putBack(made.world, store, damages[kind]?.(made) ?? made.now);
      const vault = made.world.open();
      expect(await vault.state()).toBe('locked');
      await vault.unlock(passphrase);
      expect(await issuersOf(vault)).toEqual(soundIssuers);
      const report = await vault.health.report();
      expect(report).toMatchObject({ records: 5, sound: 5 });
      expect(report?.findings.length).toBeGreaterThan(0);
      expect(report?.findings.every((finding) => finding.healed && finding.store === store)).toBe(
        true,
      );
      expect(sameSnapshot(await copyOf(made.world, store), made.now)).toBe(true);
      expect(await vault.health.check()).toMatchObject({ findings: [] });
    },
  );
});

describe.each(stores)(
  'repairs of the %s store are reported when several pages read it',
  (store) => {
    test.each([
      ['an empty store', 'store-empty', () => ({ head: null, records: new Map() })],
      ['a store that lost its last change', 'store-behind', damages['the whole store rolled back']],
    ] as const)('at once: %s', async (_, kind, harm) => {
      const made = await sources(store);
      await putBack(made.world, store, harm?.(made) ?? made.now);
      const [vault, page] = [made.world.open(), made.world.open()];
      await vault.unlock(passphrase);
      await Promise.all([vault.list(), vault.trash.list(), page.list(), page.get(made.other)]);
      expect((await vault.health.report())?.findings).toEqual([{ kind, store, healed: true }]);
    });
  },
);

test('repairs are reported when several pages ask for the first report of a new vault at once', async () => {
  const world = await vaultWorld();
  const [vault, page] = [world.open(), world.open()];
  await vault.create(passphrase);
  await vault.add([draft('One')]);
  const { head } = await copyOf(world, 'mirror');
  await putBack(world, 'mirror', { head, records: new Map() });
  await Promise.all([vault.health.report(), page.health.report()]);
  expect((await vault.health.report())?.findings).toMatchObject([
    { kind: 'record-missing', store: 'mirror', healed: true },
  ]);
});

test('repairs stay in the report until the user checks the vault again', async () => {
  const { world, vault } = await unlockedWorld();
  await vault.add([draft('One')]);
  const { head } = await copyOf(world, 'mirror');
  await putBack(world, 'mirror', { head, records: new Map() });
  await vault.health.check();
  const repaired = [{ kind: 'record-missing', store: 'mirror', healed: true }];
  expect((await vault.health.report())?.findings).toMatchObject(repaired);
  // Verifies both stores before the first picture.
  await vault.icons.addOwn(pictureOf('cat'));
  expect((await vault.health.report())?.findings).toMatchObject(repaired);
  expect((await vault.health.check()).findings).toEqual([]);
});

async function both(kind: string) {
  const made = await sources('primary');
  for (const store of stores) {
    const other = { ...made, now: await copyOf(made.world, store) };
    const changed = kind === 'the whole store rolled back' ? made : other;
    await putBack(made.world, store, damages[kind]?.(changed) ?? made.now);
  }
  return { ...made, vault: made.world.open() };
}

describe('if both stores are damaged in the same way', () => {
  test.each([
    'a record with a flipped bit',
    'a record cut short',
    'a record deleted',
    "a record in another's place",
    'an old record put back',
    "another vault's record",
  ])('other records stay usable, and the damaged record is kept for rescue: %s', async (kind) => {
    const { vault, world, changed } = await both(kind);
    const held = await copyOf(world, 'primary');
    await vault.unlock(passphrase);
    expect(await issuersOf(vault)).toEqual(['B', 'C', 'D', 'E']);
    const report = await vault.health.report();
    expect(report).toMatchObject({ records: 5, sound: 4 });
    expect(report?.findings).toContainEqual(
      expect.objectContaining({ id: changed, healed: false }),
    );
    await expect(vault.get(changed)).rejects.toThrow('vault/tampered');
    await vault.add([draft('F')]);
    const after = await copyOf(world, 'primary');
    expect(after.records.get(changed)).toEqual(held.records.get(changed));
    await vault.health.discardDamaged();
    expect(await vault.health.check()).toMatchObject({ records: 5, sound: 5, findings: [] });
  });

  test.each(['the head deleted', 'the head with a flipped bit', 'the head cut short'])(
    'the damage is reported, no new vault can be created, and all raw data can be exported: %s',
    async (kind) => {
      const { vault, now } = await both(kind);
      expect(await vault.state()).not.toBe('none');
      await expect(vault.unlock(passphrase)).rejects.toThrow(/vault/);
      await expect(vault.create('another one')).rejects.toThrow('vault/exists');
      const rescue = await vault.health.rescue();
      expect(Object.keys(rescue.primary.records).toSorted()).toEqual(
        [...now.records.keys()].map(keyOf).toSorted(),
      );
    },
  );

  test('newer records reveal a rollback of only the heads, and are kept', async () => {
    const { vault } = await both('the head rolled back');
    await vault.unlock(passphrase);
    expect(await issuersOf(vault)).toEqual(soundIssuers);
    const report = await vault.health.report();
    expect(report?.findings).toContainEqual({ kind: 'head-rolled-back', healed: true });
    expect(await vault.health.check()).toMatchObject({ sound: 5, findings: [] });
  });
});

describe("a record that doesn't belong to the vault", () => {
  test('is reported and stays in place if it belongs to another vault', async () => {
    const made = await sources('primary');
    const [bytes = new Uint8Array()] = made.foreign.records.values();
    const id = 'AAAAAAAAAAAAAAAAAAAAAA';
    await putBack(made.world, 'primary', {
      ...made.now,
      records: new Map([...made.now.records, [id, bytes]]),
    });
    const vault = made.world.open();
    await vault.unlock(passphrase);
    expect(await vault.list()).toHaveLength(5);
    const finding = { kind: 'record-foreign', store: 'primary', id, healed: false };
    expect((await vault.health.report())?.findings).toEqual([finding]);
    expect((await copyOf(made.world, 'primary')).records.get(id)).toEqual(bytes);
  });

  test("doesn't restore a purged entry if it is a replayed old record", async () => {
    const world = await vaultWorld();
    const vault = world.open();
    await vault.create(passphrase);
    const [id = ''] = await vault.add([draft('A'), draft('B')]);
    const before = await copyOf(world, 'primary');
    await vault.remove([id]);
    await vault.trash.purge([id]);
    const now = await copyOf(world, 'primary');
    const bytes = before.records.get(id) ?? new Uint8Array();
    await putBack(world, 'primary', { ...now, records: new Map([...now.records, [id, bytes]]) });
    world.restart();
    await vault.unlock(passphrase);
    expect(await issuersOf(vault)).toEqual(['B']);
    const finding = { kind: 'record-leftover', store: 'primary', id, healed: true };
    expect((await vault.health.report())?.findings).toEqual([finding]);
  });
});
