import { describe, expect, test } from 'vitest';
import { fromBase64url, loadSealing, toBase64url } from '../../../lib/crypto';
import { decodeHead } from '../../../lib/vault/format/Head';
import { deriveKeys } from '../../../lib/vault/format/keys';
import { openRecord } from '../../../lib/vault/format/record';
import { openSlot } from '../../../lib/vault/format/slotSealing';
import { passphraseKek } from '../../../lib/vault/keys/slotKeys';
import { copyOf, putBack } from '../../support/vaultDamage';
import { draft, type VaultWorld } from '../../support/vaultWorld';
import { both, madeVault, passphrase } from './attackedVault';

const next = 'battery staple';
const sealing = await loadSealing();

/** Returns the vault key that a passphrase opens in a store's head. */
async function keyIn(world: VaultWorld, head: string | null, secret: string) {
  const read = decodeHead(head ?? '');
  for (const slot of read?.slots ?? []) {
    if (slot.v !== 2 || slot.type !== 'passphrase') continue;
    const key = openSlot(
      { vault: read?.vault ?? '', epoch: read?.epoch ?? 0 },
      slot,
      await passphraseKek(world.deps(), slot, secret),
      sealing,
    );
    if (key instanceof Uint8Array)
      return { key, vault: read?.vault ?? '', epoch: read?.epoch ?? 0 };
  }
  return null;
}

/** Counts the records of both stores that open with a vault key in any of the first epochs. */
async function opened(world: VaultWorld, vault: string, key: Uint8Array): Promise<number> {
  let count = 0;
  for (const name of both)
    for (const [id, bytes] of (await copyOf(world, name)).records)
      for (let epoch = 1; epoch < 10; epoch++)
        if (openRecord(deriveKeys(key, vault, epoch), id, bytes)) count++;
  return count;
}

describe('an old copy of the disk with the passphrase of that time', () => {
  type Change = (vault: Awaited<ReturnType<typeof madeVault>>['vault']) => Promise<unknown>;
  const changes: readonly [string, string, Change][] = [
    ['the passphrase was changed', next, (vault) => vault.slots.changePassphrase(passphrase, next)],
    [
      'a passkey was removed',
      passphrase,
      async (vault) => {
        const passkey = (await vault.slots.list()).find(({ type }) => type === 'passkey');
        await vault.slots.remove(passkey?.id ?? '', passphrase);
      },
    ],
    [
      'a new recovery key was confirmed',
      passphrase,
      async (vault) => {
        await vault.slots.createRecoveryKey(passphrase);
        await vault.slots.confirmRecoveryKey();
      },
    ],
  ];

  test.each(changes)('opens nothing that is written after %s', async (_name, _now, change) => {
    const { world, vault } = await madeVault();
    await vault.slots.addPasskey(passphrase, 'Laptop');
    const old = await copyOf(world, 'primary');
    await change(vault);
    await vault.add([draft('After')]);
    const found = await keyIn(world, old.head, passphrase);
    if (!found) throw new Error('The old copy must open');
    expect(await opened(world, found.vault, found.key)).toBe(0);
    const backup = await vault.backups.make();
    expect(Buffer.from(backup.bytes).includes(Buffer.from(toBase64url(found.key)))).toBe(false);
  });

  test('reveals no key of another slot', async () => {
    const { world, vault } = await madeVault();
    await vault.slots.createRecoveryKey(passphrase);
    await vault.slots.confirmRecoveryKey();
    await vault.slots.addPasskey(passphrase, 'Laptop');
    const { head } = await copyOf(world, 'primary');
    const slots = decodeHead(head ?? '')?.slots ?? [];
    expect(slots).toHaveLength(3);
    // A slot's sender proof is derived from the vault key. It isn't the KEK and opens nothing.
    const found = await keyIn(world, head, passphrase);
    for (const slot of slots) {
      expect(slot).not.toHaveProperty('keyring');
      if (slot.v !== 2 || !found) throw new Error('A slot of our own version');
      const sender = fromBase64url(slot.sender) ?? new Uint8Array();
      expect(openSlot(found, slot, sender.slice(0, 32), sealing)).toBe('wrong-key');
    }
  });

  test('opens an old backup and no later backup', async () => {
    const { vault } = await madeVault();
    const old = await vault.backups.make();
    await vault.slots.changePassphrase(passphrase, next);
    const late = await vault.backups.make();
    await expect(vault.backups.read(late.bytes, passphrase)).rejects.toThrow(
      'vault/wrong-passphrase',
    );
    expect((await vault.backups.read(late.bytes, next))?.items).toHaveLength(1);
    expect((await vault.backups.read(old.bytes, passphrase))?.items).toHaveLength(1);
  });

  test("doesn't open a store that missed the passphrase change", async () => {
    const { world, vault } = await madeVault();
    const behind = await copyOf(world, 'mirror');
    await vault.slots.changePassphrase(passphrase, next);
    await putBack(world, 'mirror', behind);
    world.restart();
    const page = world.open();
    await expect(page.unlock(passphrase)).rejects.toThrow('vault/wrong-passphrase');
    await page.unlock(next);
    expect(await page.list()).toHaveLength(1);
  });
});
