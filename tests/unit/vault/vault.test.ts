import { describe, expect, test } from 'vitest';
import { draft, vaultWorld } from '../../support/vaultWorld';

const passphrase = 'correct horse';

async function unlocked() {
  const world = await vaultWorld();
  const vault = world.open();
  await vault.create(passphrase);
  return { world, vault };
}

describe('a new vault', () => {
  test("doesn't exist at first, and is unlocked once it is created", async () => {
    const world = await vaultWorld();
    const vault = world.open();
    expect(await vault.state()).toBe('none');
    await vault.create(passphrase);
    expect(await vault.state()).toBe('unlocked');
    expect(await vault.list()).toEqual([]);
  });

  test('rejects a passphrase of 7 characters as too weak', async () => {
    const vault = (await vaultWorld()).open();
    await expect(vault.create('1234567')).rejects.toThrow('vault/weak-passphrase');
  });

  test("can't be overwritten by creating a second vault", async () => {
    const { world, vault } = await unlocked();
    await expect(vault.create('another one')).rejects.toThrow('vault/exists');
    await vault.lock();
    await expect(world.open().create('another one')).rejects.toThrow('vault/exists');
  });
});

describe('locking', () => {
  test('hides all entries until the vault is unlocked', async () => {
    const { world, vault } = await unlocked();
    const [id] = await vault.add([draft('GitHub')]);
    await vault.lock();
    expect(await vault.state()).toBe('locked');
    expect(world.session.values.size).toBe(0);
    await expect(vault.list()).rejects.toThrow('vault/locked');
    await expect(vault.get(id ?? '')).rejects.toThrow('vault/locked');
    await vault.unlock(passphrase);
    expect((await vault.list()).map(({ issuer }) => issuer)).toEqual(['GitHub']);
  });

  test("isn't undone by a wrong passphrase", async () => {
    const { vault } = await unlocked();
    await vault.lock();
    await expect(vault.unlock('correct hearse')).rejects.toThrow('vault/wrong-passphrase');
    expect(await vault.state()).toBe('locked');
  });

  test('happens when the browser is closed', async () => {
    const { world } = await unlocked();
    world.restart();
    expect(await world.open().state()).toBe('locked');
  });

  test('happens after 15 minutes without use, counted from the last use', async () => {
    let now = 0;
    const world = await vaultWorld(() => now);
    const vault = world.open();
    await vault.create(passphrase);
    now = 14 * 60_000;
    await vault.touch();
    now = 28 * 60_000;
    expect(await vault.state()).toBe('unlocked');
    now = 29 * 60_000;
    expect(await vault.state()).toBe('locked');
    expect(world.session.values.size).toBe(0);
  });
});

describe('entries', () => {
  test('are returned unchanged after they were added', async () => {
    const { world, vault } = await unlocked();
    const backupCodes = [{ code: 'abc-def', usedAt: null }];
    const [id] = await vault.add([{ ...draft(), backupCodes, note: 'née Ångström' }]);
    const entry = await world.open().get(id ?? '');
    expect(entry).toMatchObject({ ...draft(), backupCodes, note: 'née Ångström', tags: [] });
  });

  test('have neither secrets nor backup codes in lists', async () => {
    const { vault } = await unlocked();
    await vault.add([{ ...draft(), backupCodes: [{ code: 'abc-def', usedAt: 5 }] }]);
    const [summary] = await vault.list();
    expect(summary).toMatchObject({ backupCodesLeft: 0, backupCodesTotal: 1 });
    expect(JSON.stringify(summary)).not.toMatch(/secret|pin"|abc-def/);
  });

  test('are appended in the given order', async () => {
    const { vault } = await unlocked();
    await vault.add([draft('A'), draft('B')]);
    await vault.add([draft('C')]);
    expect((await vault.list()).map(({ issuer }) => issuer)).toEqual(['A', 'B', 'C']);
  });

  test('are changed from their newest state, whichever page changed them last', async () => {
    const { world, vault } = await unlocked();
    const [id = ''] = await vault.add([draft()]);
    const pages = [vault, world.open(), world.open()];
    await Promise.all(
      Array.from({ length: 30 }, (_, turn) =>
        (pages[turn % 3] ?? vault).update(id, ({ useCount }) => ({ useCount: useCount + 1 })),
      ),
    );
    expect((await vault.get(id)).useCount).toBe(30);
  });

  test('leave the list when they are removed, and return when the removal is undone', async () => {
    const { vault } = await unlocked();
    const ids = await vault.add([draft('A'), draft('B')]);
    await vault.remove(ids.slice(0, 1));
    expect((await vault.list()).map(({ issuer }) => issuer)).toEqual(['B']);
    await vault.restore(ids.slice(0, 1));
    expect((await vault.list()).map(({ issuer }) => issuer)).toEqual(['A', 'B']);
  });

  test('can be imported and replaced in a single change, which can be undone at once', async () => {
    const { vault } = await unlocked();
    const [id = ''] = await vault.add([{ ...draft('A'), note: 'ours' }]);
    const before = await vault.get(id);
    const otp = { ...before.otp, secret: new Uint8Array(20), digits: 8 };
    const { ids, undo } = await vault.importEntries([draft('B')], new Map([[id, otp]]));
    await vault.update(id, () => ({ useCount: 3 }));
    expect(await vault.get(id)).toMatchObject({ otp, note: 'ours', useCount: 3 });
    expect((await vault.list()).map((entry) => entry.id)).toEqual([id, ...ids]);
    await undo();
    expect(await vault.get(id)).toMatchObject({ otp: before.otp, useCount: 3 });
    expect((await vault.list()).map((entry) => entry.id)).toEqual([id]);
    expect(await vault.trash.list()).toMatchObject([{ issuer: 'B' }]);
  });

  test('get labels with an import, whose undo keeps what was changed in between', async () => {
    const { vault } = await unlocked();
    const [id = ''] = await vault.add([{ ...draft('A'), tags: ['ours'] }]);
    const labels = { tags: ['ours', 'theirs'], hosts: ['a.example'], pinned: true };
    const { undo } = await vault.importEntries([], new Map(), new Map([[id, labels]]));
    expect(await vault.get(id)).toMatchObject({ ...labels, tags: ['ours', 'theirs'] });
    expect(await vault.trash.list()).toEqual([]);
    const { otp } = await vault.get(id);
    await vault.update(id, ({ tags }) => ({
      tags: [...tags, 'later'],
      otp: { ...otp, digits: 8 },
    }));
    await undo();
    const after = { tags: ['ours', 'later'], hosts: [], pinned: false, otp: { digits: 8 } };
    expect(await vault.get(id)).toMatchObject(after);
  });

  test('keep a replaced secret in the trash, from where it can be restored', async () => {
    const { vault } = await unlocked();
    const [id = ''] = await vault.add([{ ...draft('A'), note: 'ours' }]);
    const { otp, updatedAt } = await vault.get(id);
    await vault.importEntries([], new Map([[id, { ...otp, secret: new Uint8Array(20) }]]));
    const [old] = await vault.trash.list();
    expect(old).toMatchObject({ issuer: 'A', note: 'ours' });
    await vault.restore([old?.id ?? '']);
    const restored = await vault.get(old?.id ?? '');
    expect(restored.otp).toEqual(otp);
    expect(restored.updatedAt).toBeGreaterThanOrEqual(updatedAt);
    expect((await vault.list()).map((entry) => entry.issuer)).toEqual(['A', 'A']);
  });

  test("aren't imported if an entry to be replaced is missing", async () => {
    const { vault } = await unlocked();
    const missing = new Map([['AAAAAAAAAAAAAAAAAAAAAA', draft().otp]]);
    await expect(vault.importEntries([draft()], missing)).rejects.toThrow('vault/no-entry');
    expect(await vault.list()).toEqual([]);
  });

  test("aren't changed at all if one of the given ids is unknown", async () => {
    const { vault } = await unlocked();
    const ids = await vault.add([draft()]);
    await expect(vault.get('AAAAAAAAAAAAAAAAAAAAAA')).rejects.toThrow('vault/no-entry');
    await expect(vault.remove([...ids, 'AAAAAAAAAAAAAAAAAAAAAA'])).rejects.toThrow(
      'vault/no-entry',
    );
    expect(await vault.list()).toHaveLength(1);
  });

  test('notify other pages when they change or are locked', async () => {
    const { world, vault } = await unlocked();
    const other = world.open();
    let heard = 0;
    const end = other.subscribe(() => heard++);
    await vault.add([draft()]);
    await vault.lock();
    expect(heard).toBe(2);
    end();
    await vault.unlock(passphrase);
    expect(heard).toBe(2);
  });
});
