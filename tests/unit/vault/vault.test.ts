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
  test("doesn't exist at first, and is unlocked once created", async () => {
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

  test("a second vault doesn't overwrite the first", async () => {
    const { world, vault } = await unlocked();
    await expect(vault.create('another one')).rejects.toThrow('vault/exists');
    await vault.lock();
    await expect(world.open().create('another one')).rejects.toThrow('vault/exists');
  });
});

describe('locking', () => {
  test('shows nothing after a lock, and everything after an unlock', async () => {
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

  test('a wrong passphrase opens nothing', async () => {
    const { vault } = await unlocked();
    await vault.lock();
    await expect(vault.unlock('correct hearse')).rejects.toThrow('vault/wrong-passphrase');
    expect(await vault.state()).toBe('locked');
  });

  test('is locked after the browser was closed', async () => {
    const { world } = await unlocked();
    world.restart();
    expect(await world.open().state()).toBe('locked');
  });

  test('locks after 15 minutes without use, and use restarts the time', async () => {
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
  test('returns an added entry unchanged', async () => {
    const { world, vault } = await unlocked();
    const backupCodes = [{ code: 'abc-def', usedAt: null }];
    const [id] = await vault.add([{ ...draft(), backupCodes, note: 'née Ångström' }]);
    const entry = await world.open().get(id ?? '');
    expect(entry).toMatchObject({ ...draft(), backupCodes, note: 'née Ångström', tags: [] });
  });

  test('lists contain neither secrets nor backup codes', async () => {
    const { vault } = await unlocked();
    await vault.add([{ ...draft(), backupCodes: [{ code: 'abc-def', usedAt: 5 }] }]);
    const [summary] = await vault.list();
    expect(summary).toMatchObject({ backupCodesLeft: 0, backupCodesTotal: 1 });
    expect(JSON.stringify(summary)).not.toMatch(/secret|pin"|abc-def/);
  });

  test('appends new entries in their given order', async () => {
    const { vault } = await unlocked();
    await vault.add([draft('A'), draft('B')]);
    await vault.add([draft('C')]);
    expect((await vault.list()).map(({ issuer }) => issuer)).toEqual(['A', 'B', 'C']);
  });

  test('a change gets the newest state from any page', async () => {
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

  test('removes an entry from the list, and undo restores it', async () => {
    const { vault } = await unlocked();
    const ids = await vault.add([draft('A'), draft('B')]);
    await vault.remove(ids.slice(0, 1));
    expect((await vault.list()).map(({ issuer }) => issuer)).toEqual(['B']);
    await vault.restore(ids.slice(0, 1));
    expect((await vault.list()).map(({ issuer }) => issuer)).toEqual(['A', 'B']);
  });

  test('imports accounts and replaces secrets in one change, and undoes it in one', async () => {
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

  test('keeps a replaced secret in the trash, from where it can be restored', async () => {
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

  test('imports nothing if a replaced entry is missing', async () => {
    const { vault } = await unlocked();
    const missing = new Map([['AAAAAAAAAAAAAAAAAAAAAA', draft().otp]]);
    await expect(vault.importEntries([draft()], missing)).rejects.toThrow('vault/no-entry');
    expect(await vault.list()).toEqual([]);
  });

  test('an unknown id throws one error, and nothing of the change is saved', async () => {
    const { vault } = await unlocked();
    const ids = await vault.add([draft()]);
    await expect(vault.get('AAAAAAAAAAAAAAAAAAAAAA')).rejects.toThrow('vault/no-entry');
    await expect(vault.remove([...ids, 'AAAAAAAAAAAAAAAAAAAAAA'])).rejects.toThrow(
      'vault/no-entry',
    );
    expect(await vault.list()).toHaveLength(1);
  });

  test('notifies other pages of a change and of a lock', async () => {
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
