import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatVersion } from '../../../lib/vault/format/keys';
import type { FormatUpgrade } from '../../../lib/vault/migration/FormatUpgrade';
import { upgradeFrom, formatUpgrades } from '../../../lib/vault/migration/formatUpgrades';
import { fromZero, turnIntoZero } from '../../support/formatZero';
import {
  both,
  expectMigrated,
  passphrase,
  saidBy,
  unlocked,
  versionsOf,
  zeroVault,
} from '../../support/migrationWorld';
import { copyOf, sameSnapshot } from '../../support/vaultDamage';
import { draft, vaultWorld } from '../../support/vaultWorld';

/** Returns an upgrade that appends its version number to a record's content. */
const counting = (from: number): FormatUpgrade => ({
  ...fromZero,
  from,
  upgradeContent: (content) => new Uint8Array([...content, from]),
});

describe('a vault of an earlier format', () => {
  test('is locked, and neither reported as damaged nor mistaken for a missing vault', async () => {
    const { world, open } = await zeroVault();
    const vault = open();
    expect(await vault.state()).toBe('locked');
    await expect(vault.create('another horse')).rejects.toThrow('vault/exists');
    await expect(vault.unlock('a wrong horse')).rejects.toThrow('vault/wrong-passphrase');
    expect(await versionsOf(world)).toEqual(['T0', 'T0']);
  });

  test('has the same content after it is unlocked, including trash and slots, and both stores have the new format', async () => {
    const { world, open, said } = await zeroVault();
    await expectMigrated(open, world, said);
  });

  test('opens with its recovery key too', async () => {
    let key = '';
    const { world, open, said } = await zeroVault(async (vault) => {
      key = await vault.slots.createRecoveryKey(passphrase);
    });
    const vault = open();
    await vault.slots.recover(key, 'another horse');
    expect((await saidBy(vault)).entries).toEqual(said.entries);
    expect(await versionsOf(world)).toEqual(['T2', 'T2']);
  });

  test('opens by itself if it has no passphrase', async () => {
    const world = await vaultWorld();
    const before = world.open();
    await before.createWithoutPassphrase();
    await before.add([draft('A')]);
    await turnIntoZero(world);
    world.restart();
    const vault = world.open({ steps: [fromZero] });
    expect(await vault.state()).toBe('unlocked');
    expect((await vault.list()).map(({ issuer }) => issuer)).toEqual(['A']);
    expect(await versionsOf(world)).toEqual(['T2', 'T2']);
  });

  test('can be changed at once, and a second unlock migrates nothing', async () => {
    const { world, open } = await zeroVault();
    const { vault } = await unlocked(open);
    await vault.add([draft('D')]);
    const before = await Promise.all(both.map((store) => copyOf(world, store)));
    world.restart();
    expect((await unlocked(open)).said.list.map(({ issuer }) => issuer)).toEqual(['A', 'B', 'D']);
    const after = await Promise.all(both.map((store) => copyOf(world, store)));
    expect(after.every((store, at) => sameSnapshot(store, before[at] ?? store))).toBe(true);
  });

  test('is migrated once if two pages unlock it at the same time', async () => {
    const { world, open, said } = await zeroVault();
    const pages = [open(), open()];
    await Promise.all(pages.map((vault) => vault.unlock(passphrase)));
    await Promise.all(pages.map(async (vault) => expect(await saidBy(vault)).toEqual(said)));
    await Promise.all(pages.map((vault, at) => vault.add([draft(`page ${at}`)])));
    expect(await open().list()).toHaveLength(4);
    expect(await versionsOf(world)).toEqual(['T2', 'T2']);
  });

  test("is reported as damaged by a version that can't read its format", async () => {
    const { world } = await zeroVault();
    const vault = world.open();
    expect(await vault.state()).toBe('damaged');
    await expect(vault.create('another horse')).rejects.toThrow('vault/exists');
  });
});

test('migrating any vault keeps its content, and a second migration does nothing', async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 });
  const fields = fc.record({
    issuer: text,
    account: text,
    note: text,
    tags: fc.array(text, { maxLength: 3 }),
    pinned: fc.boolean(),
  });
  const account = fc.record({ fields, removed: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      fc.array(account, { maxLength: 6 }),
      fc.boolean(),
      async (accounts, rotated) => {
        const { world, open, said } = await zeroVault(async (vault) => {
          const ids = await vault.add(accounts.map((one) => ({ ...draft(), ...one.fields })));
          await vault.remove(ids.filter((_, at) => accounts[at]?.removed));
          if (rotated) await vault.slots.rotate(passphrase);
        });
        await expectMigrated(open, world, said);
        const before = await Promise.all(both.map((store) => copyOf(world, store)));
        world.restart();
        await expectMigrated(open, world, said);
        const after = await Promise.all(both.map((store) => copyOf(world, store)));
        expect(after.every((store, at) => sameSnapshot(store, before[at] ?? store))).toBe(true);
      },
    ),
    { numRuns: 15 },
  );
}, 60_000);

describe('the table of format upgrades', () => {
  test('leads from every released version to the current one', () => {
    expect(formatUpgrades.map(({ from }) => from)).toEqual(
      Array.from({ length: formatVersion - 1 }, (_, at) => at + 1),
    );
  });

  test("applies every upgrade from a record's version on, in order", () => {
    const known = [counting(2), counting(0), counting(1)];
    expect([...upgradeFrom(1, new Uint8Array(), known)]).toEqual([1, 2]);
    expect([...upgradeFrom(0, new Uint8Array(), known)]).toEqual([0, 1, 2]);
  });
});
