import { expect } from 'vitest';
import type { SecureVault, StoreName, VaultDeps } from '../../lib/vault';
import type { StorageArea } from '../../lib/vault/storage/StorageArea';
import type { Store } from '../../lib/vault/storage/Store';
import { fromZero, turnIntoZero, zeroName } from './formatZero';
import { copyOf } from './vaultDamage';
import { draft, vaultWorld, type VaultWorld } from './vaultWorld';

export const passphrase = 'correct horse';

/** Returns the parts of a vault's content that must be the same in every format. */
export async function saidBy(vault: SecureVault) {
  const list = await vault.list();
  const trash = await vault.trash.list();
  return {
    entries: await vault.getMany([...list, ...trash].map(({ id }) => id)),
    list,
    trash,
    slots: await vault.slots.list(),
  };
}

export type Said = Awaited<ReturnType<typeof saidBy>>;

/**
 * Creates a locked vault of version 0 with one account in the trash. `fill` adds to the vault, and may return a
 * change to make to its stores at the end.
 */
export async function zeroVault(
  fill: (vault: SecureVault, world: VaultWorld) => Promise<void | (() => Promise<void>)> = () =>
    Promise.resolve(),
  clock?: () => number,
) {
  const world = await vaultWorld(clock);
  const vault = world.open();
  await vault.create(passphrase);
  const ids = await vault.add(['A', 'B', 'C'].map((issuer) => draft(issuer)));
  await vault.update(ids[0] ?? '', () => ({ note: 'a note' }));
  await vault.slots.createRecoveryKey(passphrase);
  await vault.remove(ids.slice(2));
  const spoil = await fill(vault, world);
  const said = await saidBy(vault);
  await spoil?.();
  await turnIntoZero(world);
  vault.close();
  world.restart();
  const open = (changes: Partial<VaultDeps> = {}) => world.open({ steps: [fromZero], ...changes });
  return { world, ids, said, open };
}

/** Unlocks a vault. Returns the vault and its content. */
export async function unlocked(open: (changes?: Partial<VaultDeps>) => SecureVault) {
  const vault = open();
  await vault.unlock(passphrase);
  return { vault, said: await saidBy(vault) };
}

/** Returns the format versions of both heads, IndexedDB's first. */
export async function versionsOf(world: VaultWorld) {
  const of = async (name: StoreName) => (await copyOf(world, name)).head?.slice(0, 2);
  return [await of('primary'), await of('mirror')];
}

/**
 * Checks that the vault has the current format in both stores, is in sync, and has the same content as before.
 */
export async function expectMigrated(
  open: (changes?: Partial<VaultDeps>) => SecureVault,
  world: VaultWorld,
  said: Said,
): Promise<void> {
  const now = await unlocked(open);
  expect(now.said).toEqual(said);
  expect(await now.vault.health.check()).toMatchObject({ findings: [] });
  expect(await versionsOf(world)).toEqual(['T2', 'T2']);
  expect((await copyOf(world, 'primary')).head).toBe((await copyOf(world, 'mirror')).head);
  now.vault.close();
}

const died = () => new DOMException('The browser has ended', 'AbortError');

/**
 * Returns stores that fail after `after` writes, as if the browser was killed. `writes` returns the number of
 * writes.
 */
export function dyingStores(world: VaultWorld, after: number) {
  let writes = 0;
  const { primary, local } = world.deps();
  const alive = <T>(work: () => Promise<T>) => (writes > after ? Promise.reject(died()) : work());
  const write = <T>(work: () => Promise<T>) => {
    writes++;
    return alive(work);
  };
  const store: Store = {
    head: () => alive(() => primary.head()),
    records: (ids) => alive(() => primary.records(ids)),
    all: () => alive(() => primary.all()),
    change: (wanted, step) => write(() => primary.change(wanted, step)),
    put: (change) => write(() => primary.put(change)),
    replace: (snapshot) => write(() => primary.replace(snapshot)),
    close: () => primary.close(),
  };
  const area: StorageArea = {
    get: (keys) => alive(() => local.get(keys)),
    // Doesn't count writes of failed attempts and settings, which aren't part of the vault.
    set: (values) =>
      Object.keys(values).some((key) => key.startsWith('vault.record') || key === 'vault.head')
        ? write(() => local.set(values))
        : local.set(values),
    remove: (keys) => write(() => local.remove(keys)),
  };
  return { deps: { primary: store, local: area }, writes: () => writes };
}

export const both = ['primary', 'mirror'] as const;

/** A day in milliseconds. */
export const day = 24 * 3_600_000;

/** Returns a migrated vault and its clock. */
export async function migrated() {
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
