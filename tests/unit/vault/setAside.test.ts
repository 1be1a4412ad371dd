import { describe, expect, test } from 'vitest';
import { asNewer, rewrite } from '../../support/rewrite';
import { closedStore, storeOf } from '../../support/vaultDamage';
import { draft, vaultWorld, type VaultWorld } from '../../support/vaultWorld';

const passphrase = 'correct horse';

/** Creates a world with a locked vault that has two accounts. */
async function lockedVault() {
  const world = await vaultWorld();
  const vault = world.open();
  await vault.create(passphrase);
  await vault.add([draft('One'), draft('Two')]);
  await vault.lock();
  return { world, vault };
}

const issuers = async (world: VaultWorld) =>
  (await world.open().list()).map(({ issuer }) => issuer);

describe('setting a vault aside', () => {
  const ways: Record<string, (world: VaultWorld) => Promise<void>> = {
    'its passphrase is lost': () => Promise.resolve(),
    'its slot is damaged in both stores': (world) => rewrite(world, (head) => head.slice(0, -8)),
    'a newer version made it': (world) => rewrite(world, asNewer),
    'its heads are missing': (world) => rewrite(world, () => null),
  };

  test.each(Object.entries(ways))('makes room for a new vault if %s', async (_, damage) => {
    const { world } = await lockedVault();
    await damage(world);
    const vault = world.open();
    await vault.setAside.startAnew();
    expect(await vault.state()).toBe('none');
    await vault.create('another passphrase');
    await vault.add([draft('Three')]);
    expect(await issuers(world)).toEqual(['Three']);
    const [old] = await vault.setAside.list();
    expect(old).toMatchObject({ records: 2 });
  });

  test('can be reversed by reopening the old vault, which sets the new vault aside', async () => {
    const { world, vault } = await lockedVault();
    await vault.setAside.startAnew();
    await vault.create('another passphrase');
    await vault.add([draft('Three')]);
    const [old] = await vault.setAside.list();
    await vault.setAside.reopen(old?.id ?? '');
    expect(await vault.state()).toBe('locked');
    await vault.unlock(passphrase);
    expect(await issuers(world)).toEqual(['One', 'Two']);
    expect((await vault.health.check()).findings).toEqual([]);
    const [next, ...others] = await vault.setAside.list();
    expect(others).toEqual([]);
    await vault.setAside.reopen(next?.id ?? '');
    await vault.unlock('another passphrase');
    expect(await issuers(world)).toEqual(['Three']);
  });

  test('removes the vault key from the session', async () => {
    const { world, vault } = await lockedVault();
    await vault.unlock(passphrase);
    await vault.setAside.startAnew();
    expect([...world.session.values.keys()]).toEqual([]);
  });

  test('keeps the old vault encrypted on disk', async () => {
    const { world, vault } = await lockedVault();
    await vault.setAside.startAnew();
    expect(JSON.stringify([...world.local.values])).not.toMatch(/ada@example|1234567890/);
  });

  test('can be repeated, and deleting one of the old vaults keeps the other old vaults', async () => {
    const { vault } = await lockedVault();
    await vault.setAside.startAnew();
    await vault.create(passphrase);
    await vault.setAside.startAnew();
    const [newest, oldest] = await vault.setAside.list();
    await vault.setAside.remove(oldest?.id ?? '');
    expect(await vault.setAside.list()).toEqual([newest]);
    await expect(vault.setAside.reopen(oldest?.id ?? '')).rejects.toMatchObject({
      code: 'vault/no-entry',
    });
  });
});

/** Sorts the keys of every object, as Chromium's storage does. */
const inOrder = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, inner]) => [key, inOrder(inner)]),
      )
    : value;

test('a vault can be set aside in a storage that reorders object keys', async () => {
  const { world } = await lockedVault();
  const get = async (keys: string | string[] | null) =>
    Object.fromEntries(
      Object.entries(await world.local.get(keys)).map(([key, value]) => [key, inOrder(value)]),
    );
  const vault = world.open({ local: { ...world.local, get } });
  await vault.setAside.startAnew();
  expect(await vault.state()).toBe('none');
  const [old] = await vault.setAside.list();
  await vault.setAside.reopen(old?.id ?? '');
  expect(await vault.setAside.list()).toEqual([]);
  await vault.unlock(passphrase);
});

test("a vault isn't replaced before its copy can be read back", async () => {
  const { world } = await lockedVault();
  const losing = {
    ...world.local,
    set: (values: Record<string, unknown>) =>
      Object.keys(values).some((name) => name.startsWith('vault.aside.'))
        ? Promise.resolve()
        : world.local.set(values),
  };
  const vault = world.open({ local: losing });
  await expect(vault.setAside.startAnew()).rejects.toThrow('vault/tampered');
  await vault.unlock(passphrase);
  expect(await issuers(world)).toEqual(['One', 'Two']);
});

test('a vault stays set aside if neither store accepts it when it is reopened', async () => {
  const { world, vault } = await lockedVault();
  await vault.setAside.startAnew();
  const [old] = await vault.setAside.list();
  const primary = storeOf(world, 'primary');
  const deaf = world.open({
    primary: { ...primary, replace: () => Promise.resolve() },
    local: { ...world.local, set: () => Promise.resolve() },
  });
  await deaf.setAside.reopen(old?.id ?? '');
  expect(await vault.setAside.list()).toEqual([old]);
});

test('a new vault replaces a lost or unavailable database only if the user asks for it', async () => {
  for (const changes of [{ lost: () => true }, { primary: closedStore }]) {
    const world = await vaultWorld();
    const vault = world.open(changes);
    expect(await vault.state()).toBe('damaged');
    // Succeeds even if a store can't be written, because there is nothing to set aside.
    await vault.setAside.startAnew();
    expect(await vault.state()).toBe('none');
    await vault.create(passphrase);
    await vault.add([draft('New')]);
    await vault.lock();
    await vault.unlock(passphrase);
    expect((await vault.list()).map(({ issuer }) => issuer)).toEqual(['New']);
    expect([...world.local.values.keys()]).not.toContain('vault.fresh');
  }
});

test.each(['startAnew', 'reopen'] as const)(
  'every vault is kept if `%s` is interrupted at any write',
  async (act) => {
    for (let last = 0; last < 12; last++) {
      const { world, vault } = await lockedVault();
      if (act === 'reopen') {
        await vault.setAside.startAnew();
        await vault.create('another passphrase');
      }
      const wanted = (await vault.setAside.list())[0]?.id ?? '';
      let writes = 0;
      const counted = (write: () => Promise<void>) => {
        writes += 1;
        return writes > last ? Promise.reject(new Error('ended')) : write();
      };
      const primary = storeOf(world, 'primary');
      const ending = world.open({
        primary: { ...primary, replace: (all) => counted(() => primary.replace(all)) },
        local: {
          ...world.local,
          set: (values) => counted(() => world.local.set(values)),
          remove: (keys) => counted(() => world.local.remove(keys)),
        },
      });
      await ending.setAside[act](wanted).catch(() => undefined);
      world.restart();

      const found = new Set<string>();
      const next = world.open();
      for (const { id } of [{ id: null }, ...(await next.setAside.list())]) {
        if (id !== null) await next.setAside.reopen(id);
        for (const secret of [passphrase, 'another passphrase'])
          await next.unlock(secret).then(
            () => found.add(secret),
            () => undefined,
          );
        await next.lock();
      }
      expect([...found]).toContain(passphrase);
      if (act === 'reopen') expect([...found]).toContain('another passphrase');
    }
  },
);
