import { describe, expect, test } from 'vitest';
import { issuersOf } from '../../support/vaultDamage';
import { draft, vaultWorld } from '../../support/vaultWorld';
import { madeVault, passphrase } from './vaultWithAccounts';

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

describe('restoring a backup', () => {
  test('previews which entries are new, changed and equal', async () => {
    const { preview } = await changedSince();
    expect(preview.items.map(({ entry, state }) => [entry.issuer, state])).toEqual([
      ['A', 'same'],
      ['B', 'changed'],
      ['C', 'new'],
    ]);
    expect(preview.missing).toBe(1);
  });

  test('with "merge" adds missing entries and keeps newer changes', async () => {
    const { vault, preview, b } = await changedSince();
    const undo = await vault.backups.restore(preview, 'merge');
    expect((await issuersOf(vault)).toSorted()).toEqual(['A', 'B', 'C', 'D']);
    expect((await vault.get(b)).note).toBe('newer');
    await undo();
    expect((await issuersOf(vault)).toSorted()).toEqual(['A', 'B', 'D']);
  });

  test('can be undone, which keeps changes made after the restore', async () => {
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
    // Restores by an outdated preview, in which everything was new. Most entries exist now.
    await other.backups.restore(first, 'merge');
    expect(await issuersOf(other)).toEqual(['A', 'B', 'C']);
    expect((await other.get(a)).note).toBe('newer');
    expect((await other.get(b)).note).toBe('in the backup');
  });

  test('keeps a change that another page makes at the same time', async () => {
    const { world, vault, b, preview } = await changedSince();
    const page = world.open();
    const [undo] = await Promise.all([
      vault.backups.restore(preview, 'replace'),
      page.update(b, () => ({ note: 'at the same moment' })),
    ]);
    await undo();
    expect((await vault.get(b)).note).toBe('at the same moment');
  });

  test('with "replace" makes the vault equal to the backup, and moves all other entries to the trash', async () => {
    const { vault, preview, b } = await changedSince();
    const undo = await vault.backups.restore(preview, 'replace');
    expect((await issuersOf(vault)).toSorted()).toEqual(['A', 'B', 'C']);
    expect((await vault.get(b)).note).toBe('');
    expect((await vault.trash.list()).map(({ issuer }) => issuer)).toEqual(['D']);
    await undo();
    expect((await issuersOf(vault)).toSorted()).toEqual(['A', 'B', 'D']);
    expect((await vault.get(b)).note).toBe('newer');
  });

  test('for the second time adds nothing', async () => {
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
