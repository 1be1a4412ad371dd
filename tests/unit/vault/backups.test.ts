import { describe, expect, test } from 'vitest';
import { issuersOf } from '../../support/vaultDamage';
import { draft, vaultWorld } from '../../support/vaultWorld';
import { madeVault, passphrase } from './vaultWithAccounts';

const replaced = (from: string, to: string) => (copy: Uint8Array) =>
  new Uint8Array(Buffer.from(Buffer.from(copy).toString('latin1').replace(from, to), 'latin1'));

describe('a backup', () => {
  test("opens with the vault's passphrase in a browser that never had the vault", async () => {
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

  test('opens before a vault is created, and the preview says whether the passphrase or the recovery key opened it', async () => {
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

  test('needs its own passphrase if the vault has none', async () => {
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

  test('is rejected with a specific error if it is damaged, newer or too expensive to open, and is distinguished from other files', async () => {
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

test('backups of two vaults in one folder have different names', async () => {
  const [first, second] = [await madeVault(), await madeVault()];
  const names = [await first.vault.backups.make(), await second.vault.backups.make()].map(
    ({ name }) => name.slice(-'-3fa92c.tessera'.length),
  );
  expect(new Set(names).size).toBe(2);
  expect((await first.vault.backups.make()).name).toContain(names[0]);
});
