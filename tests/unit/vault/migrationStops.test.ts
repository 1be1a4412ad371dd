import { describe, expect, test } from 'vitest';
import { utf8 } from '../../../lib/crypto';
import { formatVersion } from '../../../lib/vault/format/keys';
import type { FormatUpgrade } from '../../../lib/vault/migration/FormatUpgrade';
import { fromZero, zeroName } from '../../support/formatZero';
import {
  both,
  day,
  dyingStores,
  expectMigrated,
  passphrase,
  unlocked,
  versionsOf,
  zeroVault,
} from '../../support/migrationWorld';
import { copyOf, flipBit, putBack, sameSnapshot } from '../../support/vaultDamage';
import { draft } from '../../support/vaultWorld';

const unforeseen = (): never => {
  throw new Error('not foreseen');
};

describe('a migration', () => {
  test('that stops after any single write leaves each store with one complete version, and nothing is lost', async () => {
    let moments = 0;
    for (let after = 0; ; after++) {
      const { world, open, said } = await zeroVault();
      const old = await Promise.all(both.map((store) => copyOf(world, store)));
      const dying = dyingStores(world, after);
      const vault = open(dying.deps);
      await vault.unlock(passphrase).catch(() => undefined);
      await vault.list().catch(() => undefined);
      vault.close();
      world.restart();
      const held = await Promise.all(both.map((store) => copyOf(world, store)));
      for (const [at, { head, records }] of held.entries()) {
        const { head: before, records: earlier } = old[at] ?? {};
        expect([before, `T${formatVersion}`]).toContain(
          head?.startsWith('T0') ? head : head?.slice(0, 2),
        );
        // The records of the earlier version stay unchanged.
        for (const [name, bytes] of earlier ?? []) expect(records.get(name)).toEqual(bytes);
      }
      // Each store alone holds everything, in case the other store is lost.
      for (const lost of both) {
        await putBack(world, lost, { head: null, records: new Map() });
        expect((await unlocked(open)).said).toEqual(said);
        world.restart();
        for (const [one, store] of both.entries())
          await putBack(world, store, held[one] ?? { head: null, records: new Map() });
      }
      await expectMigrated(open, world, said);
      if (dying.writes() <= after) break;
      moments++;
    }
    expect(moments).toBeGreaterThanOrEqual(4);
  }, 60_000);

  test.each(both)('updates a %s store that missed a change, and reports it', async (store) => {
    const { world, open, said } = await zeroVault(async (vault, inner) => {
      const before = await copyOf(inner, store);
      await vault.add([draft('D')]);
      return () => putBack(inner, store, before);
    });
    const { vault, said: now } = await unlocked(open);
    expect(now).toEqual(said);
    expect((await vault.health.report())?.findings).toEqual([
      { kind: 'store-behind', store, healed: true },
    ]);
    world.restart();
    await expectMigrated(open, world, said);
  });

  test.each(both)('fills an empty %s store, and reports it', async (store) => {
    const { world, open, said } = await zeroVault();
    await putBack(world, store, { head: null, records: new Map() });
    const { vault, said: now } = await unlocked(open);
    expect(now).toEqual(said);
    expect((await vault.health.report())?.findings).toEqual([
      { kind: 'store-empty', store, healed: true },
    ]);
    world.restart();
    await expectMigrated(open, world, said);
  });

  test.each(both)(
    'loses nothing if the head of the %s store and a record of the other store are damaged',
    async (store) => {
      const { world, open, ids, said } = await zeroVault();
      const other = store === 'primary' ? 'mirror' : 'primary';
      const headless = await copyOf(world, store);
      await putBack(world, store, { ...headless, head: headless.head?.slice(0, 100) ?? '' });
      const now = await copyOf(world, other);
      const name = zeroName(ids[0] ?? '');
      const damaged = flipBit(now.records.get(name) ?? new Uint8Array(), 999);
      await putBack(world, other, { ...now, records: new Map([...now.records, [name, damaged]]) });
      expect((await unlocked(open)).said).toEqual(said);
      world.restart();
      await expectMigrated(open, world, said);
    },
  );

  test('keeps a record that is damaged in both stores for rescue, and migrates all others', async () => {
    let now = Date.now();
    const { world, open, ids } = await zeroVault(undefined, () => now);
    const [id = ''] = ids;
    const damaged = flipBit(
      (await copyOf(world, 'primary')).records.get(zeroName(id)) ?? utf8(''),
      999,
    );
    for (const store of both) {
      const held = await copyOf(world, store);
      const records = new Map([...held.records, [zeroName(id), damaged]]);
      await putBack(world, store, { ...held, records });
    }
    const vault = open();
    await vault.unlock(passphrase);
    expect((await vault.list()).map(({ issuer }) => issuer)).toEqual(['B']);
    expect(await vault.health.report()).toMatchObject({
      records: 3,
      sound: 2,
      findings: [{ kind: 'record-damaged', id, healed: false }],
    });
    expect((await copyOf(world, 'primary')).records.get(id)).toEqual(damaged);
    now += 31 * day;
    world.restart();
    await vault.unlock(passphrase);
    await vault.list();
    expect((await copyOf(world, 'primary')).records.has('kept.0')).toBe(true);
    await vault.health.discardDamaged();
    expect([...(await copyOf(world, 'primary')).records.keys()].toSorted()).toEqual(
      ids.slice(1).toSorted(),
    );
  });

  test.each<[string, FormatUpgrade['upgradeContent']]>([
    ['an error', unforeseen],
    ['something that is not an account', () => utf8('{"otp":{"secret":"*"}}')],
  ])(
    'stops before it writes anything if converting a readable record gives %s',
    async (_, upgradeContent) => {
      const { world, open, said } = await zeroVault();
      const before = await Promise.all(both.map((store) => copyOf(world, store)));
      const vault = open({ steps: [{ ...fromZero, upgradeContent }] });
      await expect(vault.unlock(passphrase)).rejects.toThrow('vault/not-migrated');
      expect(await vault.state()).toBe('locked');
      const after = await Promise.all(both.map((store) => copyOf(world, store)));
      expect(after.every((store, at) => sameSnapshot(store, before[at] ?? store))).toBe(true);
      await expectMigrated(open, world, said);
    },
  );

  test('keeps the earlier version if a store returns other bytes than were written', async () => {
    const { world, open, said } = await zeroVault();
    const { primary } = world.deps();
    const all: typeof primary.all = async () => {
      const { head, records } = await primary.all();
      const altered = [...records].map(
        ([name, bytes]) => [name, name.startsWith('0.') ? bytes : flipBit(bytes, 777)] as const,
      );
      return { head, records: new Map(altered) };
    };
    const get: typeof world.local.get = async (keys) => {
      const values = Object.entries(await world.local.get(keys));
      return Object.fromEntries(values.filter(([key]) => !key.startsWith('vault.record.2.')));
    };
    const vault = open({ primary: { ...primary, all }, local: { ...world.local, get } });
    await expect(vault.unlock(passphrase)).rejects.toThrow('vault/not-migrated');
    expect(await versionsOf(world)).toEqual(['T0', 'T0']);
    vault.close();
    await expectMigrated(open, world, said);
  });

  test('keeps later changes if old heads were put back into both stores', async () => {
    const { world, open } = await zeroVault();
    const before = await Promise.all(both.map((store) => copyOf(world, store)));
    const { vault } = await unlocked(open);
    const [first] = await vault.list();
    await vault.update(first?.id ?? '', () => ({ note: 'newer' }));
    await vault.add([draft('D')]);
    for (const [at, store] of both.entries())
      await putBack(world, store, {
        ...(await copyOf(world, store)),
        head: before[at]?.head ?? null,
      });
    world.restart();
    const next = await unlocked(open);
    expect(next.said.list.map(({ issuer, note }) => [issuer, note])).toEqual([
      ['A', 'newer'],
      ['B', ''],
      ['D', ''],
    ]);
    expect((await next.vault.health.report())?.findings).toContainEqual({
      kind: 'head-rolled-back',
      healed: true,
    });
  });
});
