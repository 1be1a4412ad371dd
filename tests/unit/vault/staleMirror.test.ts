import { describe, expect, test } from 'vitest';
import type { SecureVault } from '../../../lib/vault';
import { copyOf, flipBit, putBack } from '../../support/vaultDamage';
import { draft, vaultWorld, type VaultWorld } from '../../support/vaultWorld';

const passphrase = 'correct horse';

const issuers = async (vault: SecureVault) => (await vault.list()).map(({ issuer }) => issuer);

/** Changes the key and adds an account while the mirror can't be written. Then the browser closes. */
async function behind(world: VaultWorld, vault: SecureVault, rekey: () => Promise<void>) {
  const before = await copyOf(world, 'mirror');
  await rekey();
  await vault.add([draft('Second')]);
  await putBack(world, 'mirror', before);
  vault.close();
  world.restart();
}

test("a mirror from before the first passphrase doesn't open by itself", async () => {
  const world = await vaultWorld();
  const vault = world.open();
  await vault.createWithoutPassphrase();
  await vault.add([draft('First')]);
  await behind(world, vault, () => vault.slots.setPassphrase(passphrase));
  const next = world.open();
  expect(await next.state()).toBe('locked');
  await next.unlock(passphrase);
  expect(await issuers(next)).toEqual(['First', 'Second']);
  expect((await next.health.report())?.findings).toEqual([
    { kind: 'store-behind', store: 'mirror', healed: true },
  ]);
});

test('a removed recovery key opens neither the vault nor an older copy', async () => {
  const world = await vaultWorld();
  const vault = world.open();
  await vault.create(passphrase);
  await vault.add([draft('First')]);
  const key = await vault.slots.createRecoveryKey(passphrase);
  const id = (await vault.slots.list()).find(({ type }) => type === 'recovery')?.id ?? '';
  await behind(world, vault, () => vault.slots.remove(id, passphrase));
  const next = world.open();
  await expect(next.slots.recover(key, 'another horse')).rejects.toThrow(
    'vault/wrong-recovery-key',
  );
  await next.unlock(passphrase);
  expect(await issuers(next)).toEqual(['First', 'Second']);
});

test('the new key stays valid if the page closes before the mirror is written', async () => {
  const world = await vaultWorld();
  const vault = world.open();
  await vault.createWithoutPassphrase();
  await vault.add([draft('First')]);
  const mirror = await copyOf(world, 'mirror');
  const memory = [...world.session.values];
  await vault.slots.setPassphrase(passphrase);
  await putBack(world, 'mirror', mirror);
  for (const [name, value] of memory) world.session.values.set(name, value);
  const [other, third] = [world.open(), world.open()];
  const states: Promise<string>[] = [];
  third.subscribe(() => states.push(third.state()));
  await expect(other.list()).rejects.toThrow('vault/locked');
  expect(await Promise.all(states)).toEqual(['locked']);
  expect(await other.state()).toBe('locked');
  await other.unlock(passphrase);
  expect(await issuers(other)).toEqual(['First']);
});

/** Returns a vault with two accounts whose mirror missed a change of the second account. */
async function missedOne() {
  const world = await vaultWorld();
  const vault = world.open();
  await vault.create(passphrase);
  const ids = await vault.add([draft('First'), draft('Second')]);
  const mirror = await copyOf(world, 'mirror');
  await vault.update(ids[1] ?? '', () => ({ note: 'newer' }));
  await putBack(world, 'mirror', mirror);
  return { world, vault, id: ids[0] ?? '' };
}

const later = async (world: VaultWorld) => {
  world.restart();
  const vault = world.open();
  await vault.unlock(passphrase);
  return vault;
};

describe('after the mirror missed a change', () => {
  test.each([
    ['lost', () => null],
    ['cut short', (bytes: Uint8Array) => bytes.slice(0, 20)],
    ['changed by a flipped bit', (bytes: Uint8Array) => flipBit(bytes, 999)],
  ])(
    'an account that was %s in the primary store is restored from the mirror',
    async (_how, damage) => {
      const { world, vault, id } = await missedOne();
      const { head, records } = await copyOf(world, 'primary');
      const damaged = damage(records.get(id) ?? new Uint8Array());
      const rest = [...records].filter(([one]) => one !== id);
      await putBack(world, 'primary', {
        head,
        records: new Map(damaged ? [...rest, [id, damaged]] : rest),
      });
      await vault.add([draft('Third')]);
      const next = await later(world);
      expect(await issuers(next)).toEqual(['First', 'Second', 'Third']);
      expect((await next.get(id)).issuer).toBe('First');
    },
  );

  test('the next change updates the mirror completely', async () => {
    const { world, vault } = await missedOne();
    await vault.add([draft('Third')]);
    await putBack(world, 'primary', { head: null, records: new Map() });
    const next = await later(world);
    expect(await issuers(next)).toEqual(['First', 'Second', 'Third']);
    const [, second] = await next.list();
    expect((await next.get(second?.id ?? '')).note).toBe('newer');
  });

  test('a permanently deleted account is deleted from the mirror too', async () => {
    const { world, vault, id } = await missedOne();
    await vault.remove([id]);
    await vault.trash.purge([id]);
    expect((await copyOf(world, 'mirror')).records.has(id)).toBe(false);
    const next = await later(world);
    expect(await issuers(next)).toEqual(['Second']);
    expect((await next.health.report())?.findings).toEqual([]);
  });
});

test('a reopened vault has each copy in its own store again', async () => {
  const { world, vault } = await missedOne();
  const copies = async () => [await copyOf(world, 'primary'), await copyOf(world, 'mirror')];
  const before = await copies();
  expect(before[0]).not.toEqual(before[1]);
  await vault.lock();
  await vault.setAside.startAnew();
  const [old] = await vault.setAside.list();
  await vault.setAside.reopen(old?.id ?? '');
  expect(await copies()).toEqual(before);
});
