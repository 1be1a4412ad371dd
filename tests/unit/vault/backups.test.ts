import { describe, expect, test } from 'vitest';
import { draft, vaultWorld } from '../../support/vaultWorld';

const passphrase = 'correct horse';

async function madeVault(clock?: () => number) {
  const world = await vaultWorld(clock);
  const vault = world.open();
  await vault.create(passphrase);
  const ids = await vault.add([draft('A'), draft('B'), draft('C')]);
  return { world, vault, ids };
}

const issuersOf = async (vault: { list(): Promise<readonly { issuer: string }[]> }) =>
  (await vault.list()).map(({ issuer }) => issuer);

const replaced = (from: string, to: string) => (copy: Uint8Array) =>
  new Uint8Array(Buffer.from(Buffer.from(copy).toString('latin1').replace(from, to), 'latin1'));

describe('a backup', () => {
  test("opens with the vault's passphrase, in a browser that never saw it", async () => {
    const { vault } = await madeVault();
    const { name, bytes } = await vault.backups.make();
    expect(name).toMatch(/^tessera-\d{4}-\d\d-\d\d-\d{4}-[\da-f]{6}\.tessera$/);
    const other = (await vaultWorld()).open();
    await other.create('another passphrase');
    const preview = await other.backups.read(bytes, passphrase);
    expect(preview?.items.map(({ state }) => state)).toEqual(['new', 'new', 'new']);
    if (preview) await other.backups.restore(preview, 'merge');
    expect(await issuersOf(other)).toEqual(['A', 'B', 'C']);
    const [first] = await other.list();
    expect(await other.get(first?.id ?? '')).toMatchObject(draft('A'));
  });

  test('opens before there is a vault, and reports which kind of secret opened it', async () => {
    const { vault } = await madeVault();
    const key = await vault.slots.createRecoveryKey(passphrase);
    const { bytes } = await vault.backups.make();
    const other = (await vaultWorld()).open();
    await expect(other.backups.read(bytes, 'wrong horse')).rejects.toThrow('wrong-passphrase');
    expect(await other.backups.read(bytes, key)).toMatchObject({ openedBy: 'recovery' });
    const preview = await other.backups.read(bytes, passphrase);
    expect(preview).toMatchObject({ openedBy: 'passphrase', missing: 0 });
    expect(preview?.items.map(({ state }) => state)).toEqual(['new', 'new', 'new']);
    expect(await other.state()).toBe('none');
    await other.create(passphrase);
    if (preview) await other.backups.restore(preview, 'merge');
    expect(await issuersOf(other)).toEqual(['A', 'B', 'C']);
  });

  test('opens with the recovery key too', async () => {
    const { vault } = await madeVault();
    const key = await vault.slots.createRecoveryKey(passphrase);
    const { bytes } = await vault.backups.make();
    const preview = await vault.backups.read(bytes, key);
    expect(preview?.items).toHaveLength(3);
  });

  test('opens only with its own passphrase if it has one', async () => {
    const { vault } = await madeVault();
    const { bytes } = await vault.backups.make('for the drawer');
    expect(await vault.backups.read(bytes, 'for the drawer')).toMatchObject({ missing: 0 });
    await expect(vault.backups.read(bytes, passphrase)).rejects.toThrow('vault/wrong-passphrase');
    await expect(vault.backups.make('short')).rejects.toThrow('vault/weak-passphrase');
  });

  test('of a vault without a passphrase needs its own', async () => {
    const vault = (await vaultWorld()).open();
    await vault.createWithoutPassphrase();
    await expect(vault.backups.make()).rejects.toThrow('vault/needs-passphrase');
    expect((await vault.backups.make('for the drawer')).bytes.length).toBeGreaterThan(256);
  });

  test('reveals nothing of its content', async () => {
    const { vault } = await madeVault();
    const text = Buffer.from((await vault.backups.make()).bytes).toString('latin1');
    expect(text).not.toMatch(/ada@example|1234567890|keyring":"\w/);
  });

  test('distinguishes foreign, damaged, newer and too expensive backups', async () => {
    const { vault } = await madeVault();
    const { bytes } = await vault.backups.make();
    const read = (change: (copy: Uint8Array) => Uint8Array | void) => {
      const copy = bytes.slice();
      return vault.backups.read(change(copy) ?? copy, passphrase);
    };
    expect(await read(() => new Uint8Array(Buffer.from('{"entries":[]}')))).toBeNull();
    await expect(read((copy) => void (copy[8] = 3))).rejects.toThrow('format/too-new');
    await expect(read((copy) => copy.slice(0, 200))).rejects.toThrow('format/damaged');
    await expect(read((copy) => copy.slice(0, -1))).rejects.toThrow('format/damaged');
    await expect(
      read((copy) => void (copy[copy.length - 9] = (copy.at(-9) ?? 0) ^ 1)),
    ).rejects.toThrow('format/damaged');
    await expect(read(replaced('"entries":3', '"entries":4'))).rejects.toThrow('format/damaged');
    await expect(read(replaced('"memory":65536', '"memory":10240'))).rejects.toThrow(
      'format/cost-too-high',
    );
  });
});

async function changedSince() {
  let now = 1_800_000_000_000;
  const made = await madeVault(() => now++);
  const [a = '', b = '', c = ''] = made.ids;
  const { bytes } = await made.vault.backups.make();
  await made.vault.update(b, () => ({ note: 'newer' }));
  await made.vault.remove([c]);
  await made.vault.trash.purge([c]);
  await made.vault.add([draft('D')]);
  const preview = await made.vault.backups.read(bytes, passphrase);
  if (!preview) throw new Error('no preview');
  return { ...made, a, b, c, preview };
}

describe('restoring', () => {
  test('previews what is new, changed and equal', async () => {
    const { preview } = await changedSince();
    expect(preview.items.map(({ entry, state }) => [entry.issuer, state])).toEqual([
      ['A', 'same'],
      ['B', 'changed'],
      ['C', 'new'],
    ]);
    expect(preview.missing).toBe(1);
  });

  test('by merging restores what is missing and keeps what is newer', async () => {
    const { vault, preview, b } = await changedSince();
    const undo = await vault.backups.restore(preview, 'merge');
    expect((await issuersOf(vault)).toSorted()).toEqual(['A', 'B', 'C', 'D']);
    expect((await vault.get(b)).note).toBe('newer');
    await undo();
    expect((await issuersOf(vault)).toSorted()).toEqual(['A', 'B', 'D']);
  });

  test('undo keeps changes made after the restore', async () => {
    const { vault, preview, b } = await changedSince();
    const undo = await vault.backups.restore(preview, 'replace');
    const restored = preview.items.find(({ state }) => state === 'new')?.entry.id ?? '';
    await vault.update(b, ({ useCount }) => ({ useCount: useCount + 1 }));
    await vault.update(restored, () => ({ note: 'in use' }));
    await undo();
    expect((await issuersOf(vault)).toSorted()).toEqual(['A', 'B', 'C', 'D']);
    expect(await vault.get(b)).toMatchObject({ note: '', useCount: 1 });
    expect((await vault.get(restored)).note).toBe('in use');
  });

  test('keeps changes made after the preview', async () => {
    let now = 1_800_000_000_000;
    const { vault, ids } = await madeVault(() => now++);
    const [a = '', b = ''] = ids;
    await vault.update(b, () => ({ note: 'in the backup' }));
    const { bytes } = await vault.backups.make();
    const other = (await vaultWorld(() => now++)).open();
    await other.create('another passphrase');
    const first = await other.backups.read(bytes, passphrase);
    if (!first) throw new Error('no preview');
    await other.backups.restore(first, 'merge');
    await other.update(a, () => ({ note: 'newer' }));
    await other.remove([b]);
    await other.trash.purge([b]);
    await other.update(ids[2] ?? '', () => ({ note: 'newer, too' }));
    // Previewed before the changes, when everything was new; most of it exists now.
    await other.backups.restore(first, 'merge');
    expect(await issuersOf(other)).toEqual(['A', 'B', 'C']);
    expect((await other.get(a)).note).toBe('newer');
    expect((await other.get(b)).note).toBe('in the backup');
  });

  test('keeps a change that another page makes at the same moment', async () => {
    const { world, vault, b, preview } = await changedSince();
    const page = world.open();
    const [undo] = await Promise.all([
      vault.backups.restore(preview, 'replace'),
      page.update(b, () => ({ note: 'at the same moment' })),
    ]);
    await undo();
    expect((await vault.get(b)).note).toBe('at the same moment');
  });

  test('by replacing makes the vault equal to the backup; the rest goes to the trash', async () => {
    const { vault, preview, b } = await changedSince();
    const undo = await vault.backups.restore(preview, 'replace');
    expect((await issuersOf(vault)).toSorted()).toEqual(['A', 'B', 'C']);
    expect((await vault.get(b)).note).toBe('');
    expect((await vault.trash.list()).map(({ issuer }) => issuer)).toEqual(['D']);
    await undo();
    expect((await issuersOf(vault)).toSorted()).toEqual(['A', 'B', 'D']);
    expect((await vault.get(b)).note).toBe('newer');
  });

  test('the same backup twice adds nothing the second time', async () => {
    const { vault } = await madeVault();
    const { bytes } = await vault.backups.make();
    const other = (await vaultWorld()).open();
    await other.create('another passphrase');
    for (const state of ['new', 'same']) {
      const preview = await other.backups.read(bytes, passphrase);
      expect(preview?.items.every((item) => item.state === state)).toBe(true);
      if (preview) await other.backups.restore(preview, 'merge');
    }
    expect(await other.list()).toHaveLength(3);
  });
});

describe('the reminder', () => {
  test('counts the changes that no backup has, and says when one is due', async () => {
    let now = 1_800_000_000_000;
    const { vault } = await madeVault(() => now);
    await vault.backups.change({ target: 'downloads', everyChanges: 3, everyDays: 7 });
    expect(await vault.backups.status()).toEqual({ newestAt: null, changesSince: 1, due: true });
    await vault.backups.recordBackup((await vault.backups.make()).revision);
    expect(await vault.backups.status()).toEqual({ newestAt: now, changesSince: 0, due: false });
    await vault.add([draft('D')]);
    await vault.add([draft('E')]);
    expect(await vault.backups.status()).toMatchObject({ changesSince: 2, due: false });
    await vault.add([draft('F')]);
    expect(await vault.backups.status()).toMatchObject({ changesSince: 3, due: true });
    await vault.backups.recordBackup((await vault.backups.make()).revision);
    await vault.add([draft('G')]);
    now += 7 * 24 * 3_600_000;
    await vault.touch();
    await vault.unlock(passphrase);
    expect(await vault.backups.status()).toMatchObject({ changesSince: 1, due: true });
  });
});

test('two pages that change different backup settings at once both succeed', async () => {
  const { world, vault } = await madeVault();
  const page = world.open();
  await Promise.all([
    vault.backups.change({ everyChanges: 3 }),
    page.backups.change({ target: 'downloads' }),
  ]);
  expect(await vault.backups.settings()).toMatchObject({ everyChanges: 3, target: 'downloads' });
});

test('backups of two vaults in one folder have different names', async () => {
  const [first, second] = [await madeVault(), await madeVault()];
  const names = [await first.vault.backups.make(), await second.vault.backups.make()].map(
    ({ name }) => name.slice(-'-3fa92c.tessera'.length),
  );
  expect(new Set(names).size).toBe(2);
  expect((await first.vault.backups.make()).name).toContain(names[0]);
});

test('a change while a backup is written still counts as not backed up', async () => {
  const { vault } = await madeVault();
  const { revision } = await vault.backups.make();
  await vault.add([draft('D')]);
  await vault.backups.recordBackup(revision);
  expect(await vault.backups.status()).toMatchObject({ changesSince: 1 });
});

describe('the trash', () => {
  test('keeps removed entries for 30 days, then purges them', async () => {
    let now = 1_800_000_000_000;
    const { vault, ids } = await madeVault(() => now);
    await vault.remove(ids.slice(0, 1));
    now += 29 * 24 * 3_600_000;
    await vault.unlock(passphrase);
    await vault.remove(ids.slice(1, 2));
    expect(await vault.trash.purgeExpired()).toBe(0);
    now += 24 * 3_600_000;
    await vault.unlock(passphrase);
    expect(await vault.trash.purgeExpired()).toBe(1);
    expect((await vault.trash.list()).map(({ issuer }) => issuer)).toEqual(['B']);
    await vault.restore(ids.slice(1, 2));
    expect(await issuersOf(vault)).toEqual(['B', 'C']);
    await expect(vault.trash.purge(ids.slice(2))).rejects.toThrow('vault/no-entry');
    expect(await issuersOf(vault)).toEqual(['B', 'C']);
  });
});
