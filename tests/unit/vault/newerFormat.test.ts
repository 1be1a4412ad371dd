import { describe, expect, test } from 'vitest';
import { fromBase64url, hmacSha256, sha256, toBase64url, utf8 } from '../../../lib/crypto';
import { deriveKeys } from '../../../lib/vault/format/keys';
import { copyOf, keyOf, putBack, sameSnapshot } from '../../support/vaultDamage';
import { draft, vaultWorld, type VaultWorld } from '../../support/vaultWorld';

const passphrase = 'correct horse';

/** Returns the head as a later version of the extension would write it. */
function written(head: string, manifest: Uint8Array, fields: object): string {
  const body = JSON.stringify({ ...JSON.parse(head.slice(head.indexOf('{'))), ...fields });
  const mac = toBase64url(hmacSha256({ key: manifest, message: utf8(`T3.${body}`) }));
  return `T3.${toBase64url(sha256(utf8(`T3.${mac}.${body}`)))}.${mac}.${body}`;
}

/** Returns the keys of the unlocked vault. */
function keysIn(world: VaultWorld) {
  const held = JSON.parse(world.session.values.get('vault.key') ?? '') as Record<string, string>;
  const key = fromBase64url(held['key'] ?? '') ?? new Uint8Array();
  return deriveKeys(key, held['vault'] ?? '', 1);
}

/** Returns a locked vault with two accounts that a newer version wrote last to these stores. */
async function newerVault(fields: object, stores: readonly ('primary' | 'mirror')[]) {
  const world = await vaultWorld();
  const vault = world.open();
  await vault.create(passphrase);
  const ids = await vault.add([draft('A'), draft('B')]);
  const { manifest } = keysIn(world);
  vault.close();
  world.restart();
  for (const store of stores) {
    const now = await copyOf(world, store);
    await putBack(world, store, { ...now, head: written(now.head ?? '', manifest, fields) });
  }
  return { world, ids };
}

const bothOf = async (world: VaultWorld) => [
  await copyOf(world, 'primary'),
  await copyOf(world, 'mirror'),
];

const both = ['primary', 'mirror'] as const;

describe('a vault that a newer version wrote and this version can read', () => {
  const readable = { since: 2, favourites: [] };

  test('shows its accounts, and the health report says that it is read-only', async () => {
    const { world, ids } = await newerVault(readable, both);
    const vault = world.open();
    await vault.unlock(passphrase);
    expect((await vault.list()).map(({ issuer }) => issuer)).toEqual(['A', 'B']);
    expect((await vault.get(ids[0] ?? '')).issuer).toBe('A');
    expect(await vault.health.report()).toMatchObject({
      sound: 2,
      findings: [{ kind: 'format-newer', healed: false }],
    });
  });

  test('refuses every change with the same error and stays unchanged', async () => {
    const { world, ids } = await newerVault(readable, both);
    const before = await bothOf(world);
    const vault = world.open();
    await vault.unlock(passphrase);
    const [id = ''] = ids;
    const changes: readonly (() => Promise<unknown>)[] = [
      () => vault.update(id, () => ({ note: 'new' })),
      () => vault.add([draft('C')]),
      () => vault.remove([id]),
      () => vault.slots.changePassphrase(passphrase, 'another horse'),
      () => vault.slots.rotate(passphrase),
      () => vault.slots.createRecoveryKey(passphrase),
    ];
    for (const change of changes) await expect(change()).rejects.toThrow('vault/read-only');
    await vault.health.check();
    const after = await bothOf(world);
    expect(after.every((store, at) => sameSnapshot(store, before[at] ?? store))).toBe(true);
  });

  test("reports damage and doesn't repair it", async () => {
    const { world, ids } = await newerVault(readable, both);
    const now = await copyOf(world, 'mirror');
    const records = new Map([...now.records].filter(([id]) => id !== ids[0]));
    await putBack(world, 'mirror', { ...now, records });
    const vault = world.open();
    await vault.unlock(passphrase);
    expect(await vault.list()).toHaveLength(2);
    expect((await vault.health.report())?.findings).toEqual([
      { kind: 'format-newer', healed: false },
      { kind: 'record-missing', store: 'mirror', id: ids[0], healed: false },
    ]);
    expect((await copyOf(world, 'mirror')).records.size).toBe(1);
  });

  test.each(both)(
    'is read from the %s if the other store is empty, and the other store stays empty',
    async (store) => {
      const { world } = await newerVault(readable, [store]);
      const other = store === 'primary' ? 'mirror' : 'primary';
      await putBack(world, other, { head: null, records: new Map() });
      const vault = world.open();
      await vault.unlock(passphrase);
      expect((await vault.list()).map(({ issuer }) => issuer)).toEqual(['A', 'B']);
      await expect(vault.add([draft('C')])).rejects.toThrow('vault/read-only');
      expect((await copyOf(world, other)).head).toBeNull();
    },
  );
});

describe("a vault that a newer version wrote and this version can't read", () => {
  test.each([{}, { since: 3 }])(
    'is reported, never overwritten, and can be exported raw: %j',
    async (fields) => {
      const { world } = await newerVault(fields, both);
      const before = await bothOf(world);
      const vault = world.open();
      expect(await vault.state()).toBe('too-new');
      await expect(vault.unlock(passphrase)).rejects.toThrow('vault/too-new');
      await expect(vault.create('another one')).rejects.toThrow('vault/exists');
      expect(Object.keys((await vault.health.rescue()).primary.records)).toHaveLength(2);
      const after = await bothOf(world);
      expect(after.every((store, at) => sameSnapshot(store, before[at] ?? store))).toBe(true);
    },
  );

  test("is reported even if only one store has the newer version, and the older copy in the other store doesn't open", async () => {
    const { world } = await newerVault({}, ['primary']);
    const before = await bothOf(world);
    await expect(world.open().unlock(passphrase)).rejects.toThrow('vault/too-new');
    const after = await bothOf(world);
    expect(after.every((store, at) => sameSnapshot(store, before[at] ?? store))).toBe(true);
  });

  test("is reported even if this version's vault is archived in the same stores", async () => {
    const { world, ids } = await newerVault({}, []);
    for (const store of both) {
      const { head, records } = await copyOf(world, store);
      const migrated = [...records].map(([id, bytes]) => [`3.${id}`, bytes] as const);
      const kept = ['kept.2', utf8(`1800000000000 ${head}`)] as const;
      await putBack(world, store, { head, records: new Map([...records, ...migrated, kept]) });
    }
    // Without the newer version's head, the records of the newer version are ignored.
    const before = world.open();
    await before.unlock(passphrase);
    expect((await before.list()).map(({ issuer }) => issuer)).toEqual(['A', 'B']);
    expect((await before.health.report())?.findings).toEqual([]);
    const { manifest } = keysIn(world);
    before.close();
    world.restart();
    for (const store of both) {
      const now = await copyOf(world, store);
      await putBack(world, store, { ...now, head: written(now.head ?? '', manifest, {}) });
    }
    const vault = world.open();
    expect(await vault.state()).toBe('too-new');
    await expect(vault.create('another one')).rejects.toThrow('vault/exists');
    const { primary, mirror } = await vault.health.rescue();
    const names = [...ids.map(keyOf), ...ids.map((id) => `3.${id}`), 'kept.2'].toSorted();
    for (const { records } of [primary, mirror])
      expect(Object.keys(records).toSorted()).toEqual(names);
  });

  test('is distinguished from a vault in which a flipped bit changed the version', async () => {
    const { world } = await newerVault({}, []);
    const now = await copyOf(world, 'primary');
    await putBack(world, 'primary', { ...now, head: now.head?.replace(/^T2/, 'T4') ?? '' });
    const vault = world.open();
    await vault.unlock(passphrase);
    expect(await vault.list()).toHaveLength(2);
    expect((await vault.health.report())?.findings).toEqual([
      { kind: 'head-damaged', store: 'primary', healed: true },
    ]);
  });
});
