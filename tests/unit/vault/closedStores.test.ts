import { describe, expect, test } from 'vitest';
import type { Store } from '../../../lib/vault';
import { createStores } from '../../../lib/vault/storage/createStores';
import { mirrorStore } from '../../../lib/vault/storage/mirrorStore';
import { closedStore, copyOf, issuersOf, putBack, soundIssuers } from '../../support/vaultDamage';
import { draft, vaultWorld } from '../../support/vaultWorld';
import { passphrase, stores, sources } from './damagedVault';

const broken = () => Promise.reject(new Error('IO error'));
const brokenArea = { get: broken, set: broken, remove: broken };

describe("a store that can't be opened", () => {
  test('in permanent private browsing is reported, and only the mirror holds the vault', async () => {
    const world = await vaultWorld();
    const changes = { primary: closedStore, privateBrowsing: () => true };
    const vault = world.open(changes);
    expect(await vault.state()).toBe('none');
    await vault.create(passphrase);
    await vault.add([draft('A')]);
    world.restart();
    const next = world.open(changes);
    await next.unlock(passphrase);
    expect(await issuersOf(next)).toEqual(['A']);
    expect((await next.health.report())?.findings).toEqual([
      { kind: 'store-unavailable', store: 'primary', healed: false },
    ]);
  });

  test('is reported as damage if the mirror is empty, and no new vault can be created', async () => {
    const vault = (await vaultWorld()).open({ primary: closedStore });
    expect(await vault.state()).toBe('damaged');
    await expect(vault.create(passphrase)).rejects.toThrow('vault/exists');
  });

  test('leaves the vault usable if the mirror holds it', async () => {
    const made = await sources('primary');
    const vault = made.world.open({ primary: closedStore });
    await vault.unlock(passphrase);
    await vault.add([draft('F')]);
    expect(await issuersOf(vault)).toEqual(['A2', 'B', 'C', 'D', 'E', 'F']);
    made.world.restart();
    const later = made.world.open();
    await later.unlock(passphrase);
    expect(await issuersOf(later)).toEqual(['A2', 'B', 'C', 'D', 'E', 'F']);
  });

  test('leaves the vault usable, with a warning about a single copy, if it is local storage', async () => {
    const made = await sources('primary');
    const vault = made.world.open({ local: brokenArea });
    await vault.unlock(passphrase);
    expect(await issuersOf(vault)).toEqual(soundIssuers);
    expect((await vault.health.report())?.findings).toEqual([
      { kind: 'store-unavailable', store: 'mirror', healed: false },
    ]);
    await expect(vault.add([draft('F')])).rejects.toThrow('vault/not-mirrored');
    expect(await issuersOf(vault)).toEqual([...soundIssuers, 'F']);
  });

  test('is reported as damage if it is local storage and there is no other copy', async () => {
    const world = await vaultWorld();
    expect(await world.open({ local: brokenArea }).state()).toBe('damaged');
    expect(await world.open({ local: brokenArea, primary: closedStore }).state()).toBe('damaged');
  });

  test('is reported as damage if the browser lost its data and the mirror is empty', async () => {
    const vault = (await vaultWorld()).open({ lost: () => true });
    expect(await vault.state()).toBe('damaged');
  });
});

test("a page doesn't read its primary store again after a failure, because only the mirror has the page's changes", async () => {
  const world = await vaultWorld();
  const { primary } = world.deps();
  let asked = 0;
  const failsOnce: Store = {
    ...primary,
    head: () => {
      asked += 1;
      return asked === 1 ? Promise.reject(new DOMException('', 'UnknownError')) : primary.head();
    },
  };
  const both = createStores(failsOnce, mirrorStore(world.local));
  await both.heads();
  await both.heads();
  expect(asked).toBe(1);
});

test('refuses a slot with too low or too high memory cost before any derivation', async () => {
  const made = await sources('mirror');
  let derived = 0;
  const vault = made.world.open({
    derive: () => {
      derived++;
      return Promise.resolve(new Uint8Array(32));
    },
  });
  for (const store of stores) {
    const now = await copyOf(made.world, store);
    const head = now.head?.replace('"memory":65536', '"memory":1024') ?? '';
    await putBack(made.world, store, { ...now, head });
  }
  await expect(vault.unlock(passphrase)).rejects.toThrow('format/cost-too-high');
  expect(derived).toBe(0);
});
