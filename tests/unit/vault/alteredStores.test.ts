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
import { sealSlot } from '../../../lib/vault/format/slotSealing';
import { copyOf, putBack } from '../../support/vaultDamage';
import { draft } from '../../support/vaultWorld';
import { both, madeVault, passphrase } from './attackedVault';

const sealing = await loadSealing();

/** Returns the head with changed fields and a valid unkeyed checksum. */
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
    'is reported and repaired when the vault opens: %s',
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

  test("doesn't lock an unlocked vault", async () => {
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

test("an attacker who writes both stores can't make the owner use a vault key that the attacker chose", async () => {
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
