import { describe, expect, test } from 'vitest';
import { zeroName } from '../../support/formatZero';
import {
  both,
  day,
  dyingStores,
  expectMigrated,
  migrated,
  passphrase,
  saidBy,
  unlocked,
  versionsOf,
  zeroVault,
} from '../../support/migrationWorld';
import { closedStore, copyOf, keyOf, putBack, sameSnapshot } from '../../support/vaultDamage';
import { draft } from '../../support/vaultWorld';

const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));

describe('migrating a vault on a full disk', () => {
  test('unlocks the vault if the mirror is full, and migrates the mirror once there is space', async () => {
    const { world, open, said } = await zeroVault();
    const before = await copyOf(world, 'mirror');
    const vault = open({ local: { ...world.local, set: full } });
    await vault.unlock(passphrase);
    expect(await saidBy(vault)).toEqual(said);
    expect((await vault.health.report())?.findings).toEqual([
      { kind: 'store-behind', store: 'mirror', healed: false },
    ]);
    expect(await versionsOf(world)).toEqual(['T2', 'T0']);
    expect(sameSnapshot(await copyOf(world, 'mirror'), before)).toBe(true);
    vault.close();
    world.restart();
    await expectMigrated(open, world, said);
  });

  test('if the primary store is full, migrates the vault to the mirror, including changes that the mirror had missed', async () => {
    const { world, open, said } = await zeroVault(async (vault, inner) => {
      const before = await copyOf(inner, 'mirror');
      await vault.add([draft('D')]);
      return () => putBack(inner, 'mirror', before);
    });
    const { primary } = world.deps();
    const before = await copyOf(world, 'primary');
    const vault = open({ primary: { ...primary, change: full, put: full } });
    await vault.unlock(passphrase);
    expect(await saidBy(vault)).toEqual(said);
    await vault.add([draft('E')]);
    expect(sameSnapshot(await copyOf(world, 'primary'), before)).toBe(true);
    vault.close();
    world.restart();
    const next = await unlocked(open);
    expect(next.said.list.map(({ issuer }) => issuer)).toEqual(['A', 'B', 'D', 'E']);
    expect(await versionsOf(world)).toEqual(['T2', 'T2']);
    primary.close();
  });

  test("doesn't migrate an old copy whose key was replaced, and asks the user to unlock the vault with the new key", async () => {
    const { world, open, said } = await zeroVault();
    const changes = { local: { ...world.local, set: full } };
    const vault = open(changes);
    await vault.unlock(passphrase);
    await vault.list();
    const memory = [...world.session.values];
    await expect(vault.slots.rotate(passphrase)).rejects.toThrow('vault/not-mirrored');
    for (const [name, value] of memory) world.session.values.set(name, value);
    await expect(open().list()).rejects.toThrow('vault/locked');
    expect(await versionsOf(world)).toEqual(['T2', 'T0']);
    await expectMigrated(open, world, said);
  });

  test('if both stores are full, reports the full disk, changes nothing, and can export all raw data', async () => {
    const { world, open, said } = await zeroVault();
    const { primary } = world.deps();
    const vault = open({
      primary: { ...primary, change: full, put: full },
      local: { ...world.local, set: full },
    });
    await expect(vault.unlock(passphrase)).rejects.toThrow('vault/not-migrated');
    expect(await vault.state()).toBe('locked');
    expect(Object.keys((await vault.health.rescue()).primary.records)).toHaveLength(3);
    expect(await versionsOf(world)).toEqual(['T0', 'T0']);
    vault.close();
    await expectMigrated(open, world, said);
  });

  test('migrates only the mirror if the browser never keeps IndexedDB', async () => {
    const { world, open, said } = await zeroVault();
    const vault = open({ primary: closedStore, privateBrowsing: () => true });
    await vault.unlock(passphrase);
    expect(await saidBy(vault)).toEqual(said);
    expect(await versionsOf(world)).toEqual(['T0', 'T2']);
  });
});

describe('the earlier version of a migrated vault', () => {
  test('is deleted after 30 days, and the stores then hold only the records of the migrated vault', async () => {
    const { world, kept, pass, ids, said, open } = await migrated();
    await pass(29);
    expect(await kept()).toEqual([true, true]);
    await pass(1);
    expect(await kept()).toEqual([false, false]);
    for (const store of both)
      expect([...(await copyOf(world, store)).records.keys()].toSorted()).toEqual(ids.toSorted());
    world.restart();
    await expectMigrated(open, world, said);
  });

  test('is deleted at the next unlock if the deletion was interrupted at any write', async () => {
    for (let after = 0; ; after++) {
      const { world, open, said, kept, time } = await migrated();
      time.now += 30 * day;
      world.restart();
      const dying = dyingStores(world, after);
      const vault = open(dying.deps);
      await vault.unlock(passphrase).catch(() => undefined);
      await vault.list().catch(() => undefined);
      vault.close();
      world.restart();
      await expectMigrated(open, world, said);
      expect(await kept()).toEqual([false, false]);
      if (dying.writes() <= after) break;
      expect(after).toBeLessThan(10);
    }
  });

  test('is deleted once a backup was made', async () => {
    const { vault, kept, pass } = await migrated();
    await pass(1);
    const backup = await vault.backups.make();
    await vault.backups.recordBackup(backup);
    await pass(0);
    expect(await kept()).toEqual([false, false]);
  });

  test.each<[string, (vault: Awaited<ReturnType<typeof migrated>>['vault']) => Promise<unknown>]>([
    [
      'the passphrase is changed',
      (vault) => vault.slots.changePassphrase(passphrase, 'another horse'),
    ],
    ['the vault gets a new key', (vault) => vault.slots.rotate(passphrase)],
    ['the recovery key is replaced', (vault) => vault.slots.createRecoveryKey(passphrase)],
  ])('is deleted at once when %s, because it would open with a revoked key', async (_, change) => {
    const { vault, kept, said } = await migrated();
    await change(vault);
    expect(await kept()).toEqual([false, false]);
    expect((await saidBy(vault)).entries).toEqual(said.entries);
  });

  test('is part of the rescue file', async () => {
    const { vault, ids } = await migrated();
    const { primary, mirror } = await vault.health.rescue();
    for (const { records } of [primary, mirror])
      expect(Object.keys(records).toSorted()).toEqual(
        ['kept.0', ...ids.map(keyOf), ...ids.map(zeroName)].toSorted(),
      );
  });

  test("stays in a store that couldn't be migrated yet", async () => {
    const time = { now: Date.now() };
    const { world, open, said } = await zeroVault(undefined, () => time.now);
    const before = await copyOf(world, 'mirror');
    for (let turn = 0; turn < 2; turn++) {
      const vault = open({ local: { ...world.local, set: full } });
      await vault.unlock(passphrase);
      expect(await saidBy(vault)).toEqual(said);
      vault.close();
      world.restart();
      time.now += 31 * day;
    }
    expect(sameSnapshot(await copyOf(world, 'mirror'), before)).toBe(true);
    expect((await copyOf(world, 'primary')).records.has('kept.0')).toBe(false);
    await expectMigrated(open, world, said);
  });
});
