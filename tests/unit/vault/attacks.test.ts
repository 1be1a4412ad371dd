import { describe, expect, test } from 'vitest';
import {
  fromBase64url,
  loadSealing,
  sha256,
  systemRandom,
  toBase64url,
  utf8,
} from '../../../lib/crypto';
import type { VaultDeps } from '../../../lib/vault';
import { decodeHead, encodeHead } from '../../../lib/vault/format/Head';
import { deriveKeys } from '../../../lib/vault/format/keys';
import { openRecord } from '../../../lib/vault/format/record';
import { openSlot, recipientFrom, sealSlot } from '../../../lib/vault/format/slotSealing';
import { newHeader, passphraseKek } from '../../../lib/vault/keys/slotKeys';
import { copyOf, putBack } from '../../support/vaultDamage';
import { draft, vaultWorld, type VaultWorld } from '../../support/vaultWorld';

const passphrase = 'correct horse';
const next = 'battery staple';
const both = ['primary', 'mirror'] as const;
const sealing = await loadSealing();

async function madeVault(deps: Partial<VaultDeps> = {}) {
  const world = await vaultWorld();
  const vault = world.open(deps);
  await vault.create(passphrase);
  const [id = ''] = await vault.add([draft('Before')]);
  return { world, vault, id };
}

/** The vault key that a passphrase opens in a copy of a store. */
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

/** The records of a store that open with a vault key, at any of the first epochs. */
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
    // A slot's proof under the vault key identifies the sender; it isn't the KEK, and opens
    // nothing.
    const found = await keyIn(world, head, passphrase);
    for (const slot of slots) {
      expect(slot).not.toHaveProperty('keyring');
      if (slot.v !== 2 || !found) throw new Error('A slot of our own version');
      const sender = fromBase64url(slot.sender) ?? new Uint8Array();
      expect(openSlot(found, slot, sender.slice(0, 32), sealing)).toBe('wrong-key');
    }
  });

  test('the old passphrase opens the old backup but no later one', async () => {
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

  test("doesn't open the second store if that missed the change", async () => {
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

/** The head with other fields, and a valid unkeyed checksum. */
function altered(head: string, change: (fields: Record<string, unknown>) => void, version = 'T2') {
  const [, , mac = ''] = head.split('.');
  const fields = JSON.parse(head.slice(head.indexOf('{'))) as Record<string, unknown>;
  change(fields);
  const body = JSON.stringify(fields);
  return `${version}.${toBase64url(sha256(utf8(`${version}.${mac}.${body}`)))}.${mac}.${body}`;
}

type Fields = Record<string, unknown>;
const slotOf = (fields: Fields) => (fields['slots'] as Fields[])[0] ?? {};
const flipped = (text: unknown) => {
  const bytes = fromBase64url(String(text)) ?? new Uint8Array();
  bytes[5] = (bytes[5] ?? 0) ^ 1;
  return toBase64url(bytes);
};

const alterations: Readonly<Record<string, (head: string) => string>> = {
  'a higher revision': (head) => altered(head, (fields) => (fields['revision'] = 999)),
  'a higher epoch': (head) => altered(head, (fields) => (fields['epoch'] = 999)),
  'a later version': (head) => altered(head, () => undefined, 'T3'),
  'a later version that says we can read it': (head) =>
    altered(head, (fields) => (fields['since'] = 2), 'T3'),
  'another vault id': (head) =>
    altered(head, (fields) => (fields['vault'] = toBase64url(systemRandom(16)))),
  'no slots': (head) => altered(head, (fields) => (fields['slots'] = [])),
  'no records': (head) => altered(head, (fields) => (fields['records'] = '')),
  'an epoch that it says has ended': (head) =>
    altered(head, (fields) => (fields['ended'] = [[1, toBase64url(systemRandom(32))]])),
  ...Object.fromEntries(
    ['id', 'salt', 'publicKey', 'sealed', 'sender'].map((name) => [
      `another ${name} of the slot`,
      (head: string) =>
        altered(head, (fields) => (slotOf(fields)[name] = flipped(slotOf(fields)[name]))),
    ]),
  ),
  ...Object.fromEntries(
    [8, 1_048_576, 4_294_967_295].map((memory) => [
      `a slot of ${memory} KiB`,
      (head: string) => altered(head, (fields) => (slotOf(fields)['memory'] = memory)),
    ]),
  ),
  '63 costly slots before the own one': (head) =>
    altered(head, (fields) => {
      const slots = fields['slots'] as Fields[];
      const costly = Array.from({ length: 63 }, () => ({
        ...slots[0],
        id: toBase64url(systemRandom(16)),
        salt: toBase64url(systemRandom(16)),
        memory: 1_048_576,
        passes: 10,
      }));
      fields['slots'] = [...costly, ...slots];
    }),
};

describe.each(both)('an altered %s store with a valid unkeyed checksum', (store) => {
  test.each(Object.entries(alterations))(
    '%s: opens, is reported and repaired',
    async (_name, alter) => {
      let work = 0;
      const poor: Partial<VaultDeps> = {
        derive: (task) => {
          if (task.kind !== 'argon2id') throw new Error('Argon2id only');
          work += task.memory * task.passes;
          return task.memory > 512 * 1024
            ? Promise.reject(new RangeError('no memory'))
            : vaultDerive(task);
        },
      };
      const { world, vault } = await madeVault();
      const vaultDerive = world.deps().derive;
      vault.close();
      world.restart();
      const now = await copyOf(world, store);
      await putBack(world, store, { ...now, head: alter(now.head ?? '') });
      const page = world.open(poor);
      await page.unlock(passphrase);
      expect((await page.list()).map(({ issuer }) => issuer)).toEqual(['Before']);
      const report = await page.health.report();
      expect(report?.findings).toMatchObject([{ store, healed: true }]);
      expect(await page.health.check()).toMatchObject({ findings: [] });
      const other = store === 'primary' ? 'mirror' : 'primary';
      expect((await copyOf(world, store)).head).toBe((await copyOf(world, other)).head);
      expect(work).toBeLessThan(20 * 1024 * 1024);
    },
  );

  test('an open session continues', async () => {
    const { world, vault } = await madeVault();
    const now = await copyOf(world, store);
    const raise = alterations['a higher epoch'] ?? String;
    await putBack(world, store, { ...now, head: raise(now.head ?? '') });
    await vault.health.check();
    expect(await vault.list()).toHaveLength(1);
    await vault.add([draft('Later')]);
    expect(await vault.state()).toBe('unlocked');
  });
});

test("an attacker who writes both stores can't give the owner a vault key of their choice", async () => {
  const { world, vault } = await madeVault();
  vault.close();
  world.restart();
  const { head } = await copyOf(world, 'primary');
  const read = decodeHead(head ?? '');
  const [slot] = read?.slots ?? [];
  if (!read || slot?.v !== 2) throw new Error('A vault of our own version');
  const forged = { vault: read.vault, epoch: read.epoch, key: systemRandom(32) };
  const { v: _, publicKey, sealed: __, sender: ___, ...header } = slot;
  const to = {
    header,
    publicKey: fromBase64url(publicKey) ?? new Uint8Array(),
    psk: systemRandom(32),
  };
  const slots = [sealSlot(forged, to, { sealing, random: systemRandom })];
  const fields = { ...read, revision: 99, slots, versions: new Map<string, number>() };
  const text = encodeHead(fields, deriveKeys(forged.key, forged.vault, forged.epoch));
  for (const name of both) await putBack(world, name, { head: text, records: new Map() });
  await expect(world.open().unlock(passphrase)).rejects.toThrow('vault/tampered');
});

test('a slot opens only with its own KEK at its own place', async () => {
  const world = await vaultWorld();
  const kek = systemRandom(32);
  const of = { vault: toBase64url(systemRandom(16)), epoch: 2, key: systemRandom(32) };
  const header = newHeader(world.deps(), 'recovery');
  const tools = { sealing, random: systemRandom };
  const slot = sealSlot(of, recipientFrom(sealing, header, kek), tools);
  expect(openSlot(of, slot, kek, sealing)).toEqual(of.key);
  expect(openSlot(of, slot, systemRandom(32), sealing)).toBe('wrong-key');
  const elsewhere = [
    openSlot({ ...of, epoch: 3 }, slot, kek, sealing),
    openSlot({ ...of, vault: toBase64url(systemRandom(16)) }, slot, kek, sealing),
    openSlot(of, { ...slot, id: toBase64url(systemRandom(16)) }, kek, sealing),
    openSlot(of, { ...slot, type: 'passkey' }, kek, sealing),
    openSlot(of, { ...slot, memory: 1 }, kek, sealing),
    openSlot(of, { ...slot, salt: toBase64url(systemRandom(16)) }, kek, sealing),
    openSlot(of, { ...slot, credential: 'AAAA' }, kek, sealing),
  ];
  expect(elsewhere.every((one) => one === 'damaged')).toBe(true);
});
