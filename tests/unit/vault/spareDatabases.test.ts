import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { indexedDbStore } from '../../../lib/vault/storage/indexedDbStore';
import { copyOf, issuersOf, sameSnapshot } from '../../support/vaultDamage';
import { draft, vaultWorld, type VaultWorld } from '../../support/vaultWorld';

const passphrase = 'correct horse';

/** Simulates Chromium with missing database files: databases can be neither opened nor deleted. */
const broken = (error: string) => ({
  open: () => {
    throw new DOMException('Internal error opening backing store', error);
  },
});

let world: VaultWorld;
let spare: IDBFactory | null;

/** Simulates a browser that can open fallback databases. */
const spareDatabases = {
  open: () => Promise.resolve((spare ??= new IDBFactory())),
  drop: () => {
    spare = null;
    return Promise.resolve();
  },
};

function open() {
  let lost = false;
  const onLoss = () => {
    lost = true;
  };
  const primary = indexedDbStore(world.database, onLoss, spareDatabases);
  return world.open({ primary, lost: () => lost });
}

const unlocked = async () => {
  world.restart();
  const vault = open();
  await vault.unlock(passphrase);
  return vault;
};

const findings = async (vault: ReturnType<typeof open>) =>
  (await vault.health.report())?.findings ?? [];

beforeEach(async () => {
  world = await vaultWorld();
  spare = null;
  const vault = open();
  await vault.create(passphrase);
  await vault.add([draft('First')]);
  vault.close();
});

afterEach(() => void vi.unstubAllGlobals());

describe('databases that the browser can no longer open', () => {
  beforeEach(() => void vi.stubGlobal('indexedDB', broken('UnknownError')));

  test('are replaced by a fallback database, which is reported once and kept in sync', async () => {
    const vault = await unlocked();
    await vault.add([draft('Second')]);
    expect(await issuersOf(vault)).toEqual(['First', 'Second']);
    expect(await findings(vault)).toEqual([{ kind: 'store-lost', store: 'primary', healed: true }]);
    expect((await vault.health.check()).findings).toEqual([]);
    const next = await unlocked();
    expect(await issuersOf(next)).toEqual(['First', 'Second']);
    expect(await findings(next)).toEqual([]);
  });

  test('have a fallback database that holds the vault if the mirror is lost', async () => {
    const vault = await unlocked();
    await vault.add([draft('Second')]);
    world.local.values.clear();
    const next = await unlocked();
    expect(await issuersOf(next)).toEqual(['First', 'Second']);
    expect(await findings(next)).toEqual([{ kind: 'store-empty', store: 'mirror', healed: true }]);
  });

  test('are reported as damage on every page if the mirror is empty', async () => {
    world.local.values.clear();
    world.restart();
    expect(await open().state()).toBe('damaged');
    expect(await open().state()).toBe('damaged');
  });

  test('are updated once they open again, and the fallback database is deleted', async () => {
    const vault = await unlocked();
    await vault.add([draft('Second')]);
    vi.unstubAllGlobals();
    const next = await unlocked();
    expect(await issuersOf(next)).toEqual(['First', 'Second']);
    expect(await findings(next)).toEqual([
      { kind: 'store-behind', store: 'primary', healed: true },
    ]);
    expect(sameSnapshot(await copyOf(world, 'primary'), await copyOf(world, 'mirror'))).toBe(true);
    expect(spare).toBeNull();
  });
});

test('a browser that never keeps databases gets no fallback database', async () => {
  vi.stubGlobal('indexedDB', broken('InvalidStateError'));
  const vault = await unlocked();
  expect(await issuersOf(vault)).toEqual(['First']);
  expect(await findings(vault)).toEqual([
    { kind: 'store-unavailable', store: 'primary', healed: false },
  ]);
  expect(spare).toBeNull();
});
