import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8 } from '../../../lib/crypto';
import { formatVersion } from '../../../lib/vault/format/keys';
import type { Step } from '../../../lib/vault/migration/Step';
import { raiseFrom, steps } from '../../../lib/vault/migration/steps';
import { fromZero, turnIntoZero, zeroName } from '../../support/formatZero';
import {
  dyingStores,
  expectMigrated,
  passphrase,
  saidBy,
  unlocked,
  versionsOf,
  zeroVault,
} from '../../support/migrationWorld';
import { copyOf, flipBit, putBack, sameSnapshot } from '../../support/vaultDamage';
import { draft, vaultWorld } from '../../support/vaultWorld';

const both = ['primary', 'mirror'] as const;

const day = 24 * 3_600_000;

/** A migrated vault, and its clock. */
async function migrated() {
  const time = { now: Date.now() };
  const made = await zeroVault(undefined, () => time.now);
  const { vault } = await unlocked(made.open);
  const kept = async () => {
    const held = await Promise.all(both.map((store) => copyOf(made.world, store)));
    return held.map(
      ({ records }) => records.has('kept.0') && records.has(zeroName(made.ids[0] ?? '')),
    );
  };
  const pass = async (days: number) => {
    time.now += days * day;
    made.world.restart();
    await vault.unlock(passphrase);
    await vault.list();
  };
  return { ...made, vault, kept, pass, time };
}

const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));

const refusing = () => Promise.reject(new DOMException('no', 'InvalidStateError'));

const unforeseen = (): never => {
  throw new Error('not foreseen');
};

/** A step that adds its version to what a record says. */
const counting = (from: number): Step => ({
  ...fromZero,
  from,
  raise: (content) => new Uint8Array([...content, from]),
});

describe('a vault of an earlier format', () => {
  test('is locked, and not taken for damage or a new user', async () => {
    const { world, open } = await zeroVault();
    const vault = open();
    expect(await vault.state()).toBe('locked');
    await expect(vault.create('another horse')).rejects.toThrow('vault/exists');
    await expect(vault.unlock('a wrong horse')).rejects.toThrow('vault/wrong-passphrase');
    expect(await versionsOf(world)).toEqual(['T0', 'T0']);
  });

  test('says the same after unlocking, trash and ways in included, and both stores are of ours', async () => {
    const { world, open, said } = await zeroVault();
    await expectMigrated(open, world, said);
  });

  test('opens by its recovery key as well', async () => {
    let key = '';
    const { world, open, said } = await zeroVault(async (vault) => {
      key = await vault.slots.createRecoveryKey(passphrase);
    });
    const vault = open();
    await vault.slots.recover(key, 'another horse');
    expect((await saidBy(vault)).entries).toEqual(said.entries);
    expect(await versionsOf(world)).toEqual(['T1', 'T1']);
  });

  test('opens by itself where it has no passphrase', async () => {
    const world = await vaultWorld();
    const before = world.open();
    await before.createWithoutPassphrase();
    await before.add([draft('A')]);
    await turnIntoZero(world);
    world.restart();
    const vault = world.open({ steps: [fromZero] });
    expect(await vault.state()).toBe('unlocked');
    expect((await vault.list()).map(({ issuer }) => issuer)).toEqual(['A']);
    expect(await versionsOf(world)).toEqual(['T1', 'T1']);
  });

  test('can be changed at once, and a second unlocking migrates nothing', async () => {
    const { world, open } = await zeroVault();
    const { vault } = await unlocked(open);
    await vault.add([draft('D')]);
    const before = await Promise.all(both.map((store) => copyOf(world, store)));
    world.restart();
    expect((await unlocked(open)).said.list.map(({ issuer }) => issuer)).toEqual(['A', 'B', 'D']);
    const after = await Promise.all(both.map((store) => copyOf(world, store)));
    expect(after.every((store, at) => sameSnapshot(store, before[at] ?? store))).toBe(true);
  });

  test('two pages that unlock it at the same moment end in one vault', async () => {
    const { world, open, said } = await zeroVault();
    const pages = [open(), open()];
    await Promise.all(pages.map((vault) => vault.unlock(passphrase)));
    await Promise.all(pages.map(async (vault) => expect(await saidBy(vault)).toEqual(said)));
    await Promise.all(pages.map((vault, at) => vault.add([draft(`page ${at}`)])));
    expect(await open().list()).toHaveLength(4);
    expect(await versionsOf(world)).toEqual(['T1', 'T1']);
  });

  test('a version without its readers calls it damaged, and no new user', async () => {
    const { world } = await zeroVault();
    const vault = world.open();
    expect(await vault.state()).toBe('damaged');
    await expect(vault.create('another horse')).rejects.toThrow('vault/exists');
  });
});

describe('whatever happens on the way', () => {
  test('ending after any single write leaves each store with one version, whole, and nothing is lost', async () => {
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
        // The earlier version is never touched.
        for (const [name, bytes] of earlier ?? []) expect(records.get(name)).toEqual(bytes);
      }
      // Either store alone has it all, wherever the other one is lost.
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

  test.each(both)('the %s store was behind: it is brought on, and told', async (store) => {
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

  test.each(both)('the %s store is empty: it is filled, and told', async (store) => {
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
    'the head of the %s store is damaged, and so is a record of the other: nothing is lost',
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

  test('a record that is damaged in both stays so for rescue, the others go on', async () => {
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

  test.each<[string, Step['raise']]>([
    ['an error', unforeseen],
    ['nothing that is an account', () => utf8('{"otp":{"secret":"*"}}')],
  ])(
    'a record that opens, but comes to %s in ours, stops it before anything is written',
    async (_, raise) => {
      const { world, open, said } = await zeroVault();
      const before = await Promise.all(both.map((store) => copyOf(world, store)));
      const vault = open({ steps: [{ ...fromZero, raise }] });
      await expect(vault.unlock(passphrase)).rejects.toThrow('vault/not-migrated');
      expect(await vault.state()).toBe('locked');
      const after = await Promise.all(both.map((store) => copyOf(world, store)));
      expect(after.every((store, at) => sameSnapshot(store, before[at] ?? store))).toBe(true);
      await expectMigrated(open, world, said);
    },
  );

  test('stores that hand back other bytes than were written keep the earlier version', async () => {
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
      return Object.fromEntries(values.filter(([key]) => !/^vault\.record\.[^.]+$/.test(key)));
    };
    const vault = open({ primary: { ...primary, all }, local: { ...world.local, get } });
    await expect(vault.unlock(passphrase)).rejects.toThrow('vault/not-migrated');
    expect(await versionsOf(world)).toEqual(['T0', 'T0']);
    vault.close();
    await expectMigrated(open, world, said);
  });

  test('both heads put back by hand: what was changed since is taken in', async () => {
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

describe.each(both)('the %s store holds another vault of the earlier format', (store) => {
  test('each is migrated by its own passphrase, and not a byte of the other changes', async () => {
    const { world, open, said } = await zeroVault();
    const another = await zeroVault(async (vault) => {
      await vault.slots.changePassphrase(passphrase, 'another horse');
      await vault.add([draft('Theirs')]);
    });
    const foreign = await copyOf(another.world, store);
    await putBack(world, store, foreign);
    const vault = open();
    await vault.unlock(passphrase);
    expect(await saidBy(vault)).toEqual(said);
    await vault.add([draft('Ours')]);
    expect((await vault.health.check()).findings).toEqual([
      { kind: 'store-foreign', store, healed: false },
    ]);
    expect(sameSnapshot(await copyOf(world, store), foreign)).toBe(true);
    const ours = await copyOf(world, store === 'primary' ? 'mirror' : 'primary');
    await vault.lock();
    await vault.unlock('another horse');
    expect((await vault.list()).map(({ issuer }) => issuer)).toEqual(['A', 'B', 'Theirs']);
    expect(await versionsOf(world)).toEqual(['T1', 'T1']);
    expect((await copyOf(world, store)).records.has('kept.0')).toBe(true);
    expect(
      sameSnapshot(await copyOf(world, store === 'primary' ? 'mirror' : 'primary'), ours),
    ).toBe(true);
  });
});

test('records of another vault whose head is damaged are left, and not taken along', async () => {
  const { world, ids, open, said } = await zeroVault();
  const { head, records } = await copyOf((await zeroVault()).world, 'mirror');
  await putBack(world, 'mirror', {
    head: head?.replace('"revision":', '"revision":1') ?? '',
    records,
  });
  expect((await unlocked(open)).said).toEqual(said);
  const now = await copyOf(world, 'mirror');
  expect([...now.records.keys()].toSorted()).toEqual([...ids, ...records.keys()].toSorted());
  for (const [name, bytes] of records) expect(now.records.get(name)).toEqual(bytes);
});

describe('a full disk', () => {
  test('the mirror takes nothing: the vault opens, its second copy stays of the earlier version until there is space', async () => {
    const { world, open, said } = await zeroVault();
    const before = await copyOf(world, 'mirror');
    const vault = open({ local: { ...world.local, set: full } });
    await vault.unlock(passphrase);
    expect(await saidBy(vault)).toEqual(said);
    expect((await vault.health.report())?.findings).toEqual([
      { kind: 'store-behind', store: 'mirror', healed: false },
    ]);
    expect(await versionsOf(world)).toEqual(['T1', 'T0']);
    expect(sameSnapshot(await copyOf(world, 'mirror'), before)).toBe(true);
    vault.close();
    world.restart();
    await expectMigrated(open, world, said);
  });

  test('the primary store takes nothing: the mirror carries the vault, with what it had missed', async () => {
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
    expect(await versionsOf(world)).toEqual(['T1', 'T1']);
    primary.close();
  });

  test('a key that was replaced meanwhile brings no earlier copy on: it is asked for the new one', async () => {
    const { world, open, said } = await zeroVault();
    const changes = { local: { ...world.local, set: full } };
    const vault = open(changes);
    await vault.unlock(passphrase);
    await vault.list();
    const memory = [...world.session.values];
    await expect(vault.slots.rotate(passphrase)).rejects.toThrow('vault/not-mirrored');
    for (const [name, value] of memory) world.session.values.set(name, value);
    await expect(open().list()).rejects.toThrow('vault/locked');
    expect(await versionsOf(world)).toEqual(['T1', 'T0']);
    await expectMigrated(open, world, said);
  });

  test('neither takes anything: said so, all is as it was, everything can be exported raw', async () => {
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

  test('IndexedDB is not there on principle: the mirror alone is migrated', async () => {
    const { world, open, said } = await zeroVault();
    const primary = {
      head: refusing,
      records: refusing,
      all: refusing,
      change: refusing,
      put: refusing,
      close: () => undefined,
    };
    const vault = open({ primary, privateBrowsing: () => true });
    await vault.unlock(passphrase);
    expect(await saidBy(vault)).toEqual(said);
    expect(await versionsOf(world)).toEqual(['T0', 'T1']);
  });
});

describe('the earlier version beside the new one', () => {
  test('stays for 30 days, then goes, and nothing but the vault is left', async () => {
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

  test('ending after any single write of that leaves the vault whole, and it goes the next time', async () => {
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

  test('goes once a backup was made', async () => {
    const { vault, kept, pass } = await migrated();
    await pass(1);
    const { revision } = await vault.backups.make();
    await vault.backups.noteMade(revision);
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
  ])('goes at once when %s: it would open by what opens the vault no more', async (_, change) => {
    const { vault, kept, said } = await migrated();
    await change(vault);
    expect(await kept()).toEqual([false, false]);
    expect((await saidBy(vault)).entries).toEqual(said.entries);
  });

  test('is in the rescue file', async () => {
    const { vault, ids } = await migrated();
    const { primary, mirror } = await vault.health.rescue();
    for (const { records } of [primary, mirror])
      expect(Object.keys(records).toSorted()).toEqual(
        ['kept.0', ...ids, ...ids.map(zeroName)].toSorted(),
      );
  });

  test('a store that could not follow keeps it for as long as that takes', async () => {
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

test('any vault says the same in the next format, and a second migration does nothing', async () => {
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

describe('the table of steps', () => {
  test('leads from every released version to ours', () => {
    expect(steps.map(({ from }) => from)).toEqual(
      Array.from({ length: formatVersion - 1 }, (_, at) => at + 1),
    );
  });

  test('what a record says goes through every step from its own version on, in order', () => {
    const known = [counting(2), counting(0), counting(1)];
    expect([...raiseFrom(1, new Uint8Array(), known)]).toEqual([1, 2]);
    expect([...raiseFrom(0, new Uint8Array(), known)]).toEqual([0, 1, 2]);
  });
});
