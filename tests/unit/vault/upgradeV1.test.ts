import { describe, expect, test } from 'vitest';
import { systemRandom, toBase64url } from '../../../lib/crypto';
import type { Entry } from '../../../lib/vault';
import { writeFrame } from '../../../lib/vault/format/headFrame';
import { recoveryKeyToText } from '../../../lib/crypto/recoveryKey';
import { upgradeV1 } from '../../../lib/vault/migration/v1/upgradeV1';
import {
  passkeyV1,
  passphraseV1,
  rawCopyOf,
  recoveryV1,
  snapshotV1,
  storeV1,
  type VaultV1,
} from '../../support/formatOne';
import { makeEntry } from '../../support/vaultVectors/makeEntry';
import { dyingStores } from '../../support/migrationWorld';
import { vaultWorld, type VaultWorld } from '../../support/vaultWorld';

const passphrase = 'correct horse';
const recoveryKey = systemRandom(20);
const recoveryText = recoveryKeyToText(recoveryKey);
const both = ['primary', 'mirror'] as const;

const entries: readonly Entry[] = Array.from({ length: 5 }, (_, at) => makeEntry(at));
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).toSorted();

const vaultV1 = (fields: Partial<VaultV1> = {}): VaultV1 => ({
  vault: toBase64url(systemRandom(16)),
  epoch: 3,
  revision: 7,
  key: systemRandom(32),
  entries,
  passphrase: passphraseV1(passphrase),
  others: [recoveryV1(recoveryKey), passkeyV1('Laptop')],
  ...fields,
});

async function worldOf(made = vaultV1()): Promise<VaultWorld> {
  const world = await vaultWorld();
  await storeV1(world, snapshotV1(made));
  return world;
}

const slotsOf = (head: string | null) =>
  JSON.parse(head?.slice(head.indexOf('{')) ?? '{}') as { slots: unknown[] };

const versions = async (world: VaultWorld) =>
  Promise.all(both.map(async (name) => (await rawCopyOf(world, name)).head?.slice(0, 3)));

const types = ['passphrase', 'recovery', 'passkey'];

async function expectWhole(world: VaultWorld): Promise<void> {
  world.restart();
  const vault = world.open();
  await vault.unlock(passphrase);
  expect(ids(await vault.list())).toEqual(ids(entries));
  const whole = await vault.getMany(entries.map(({ id }) => id));
  expect(whole).toEqual(entries);
  expect((await vault.slots.list()).map(({ type }) => type)).toEqual(types);
  expect(await versions(world)).toEqual(['T2.', 'T2.']);
  vault.close();
}

describe('a vault of version 1', () => {
  test('opens with its passphrase and keeps every entry and slot, in format 2 and under a new vault key', async () => {
    const made = vaultV1();
    const world = await worldOf(made);
    await expectWhole(world);
    const { head } = await rawCopyOf(world, 'primary');
    expect(head).toContain(`"epoch":${made.epoch + 1}`);
    expect(head).not.toContain('"v":1');
    expect(head).not.toContain('keyring');
  });

  test('recommends replacing its recovery key and passkeys', async () => {
    const world = await worldOf();
    const vault = world.open();
    await vault.unlock(passphrase);
    expect((await vault.slots.list()).map(({ type, renew }) => [type, renew])).toEqual([
      ['passphrase', false],
      ['recovery', true],
      ['passkey', true],
    ]);
  });

  test('opens with its passkey and keeps every slot, and is upgraded once its passphrase is used', async () => {
    const world = await worldOf();
    const vault = world.open();
    await vault.slots.unlockByPasskey();
    expect(ids(await vault.list())).toEqual(ids(entries));
    await vault.update(entries[0]?.id ?? '', () => ({ note: 'changed' }));
    await vault.update(entries[0]?.id ?? '', () => ({ note: entries[0]?.note ?? '' }));
    expect((await vault.slots.list()).map(({ type }) => type)).toEqual(types);
    expect((await rawCopyOf(world, 'primary')).head).toContain('"v":1');
    vault.close();
    world.restart();
    const next = world.open();
    await next.unlock(passphrase);
    expect((await rawCopyOf(world, 'primary')).head).not.toContain('"v":1');
    expect((await next.slots.list()).map(({ type }) => type)).toEqual(types);
  });

  test('opens with its recovery key, which sets a new passphrase', async () => {
    const world = await worldOf();
    const vault = world.open();
    await vault.slots.recover(recoveryText, 'battery staple');
    expect(ids(await vault.list())).toEqual(ids(entries));
    vault.close();
    world.restart();
    const next = world.open();
    await expect(next.unlock(passphrase)).rejects.toThrow('vault/wrong-passphrase');
    await next.unlock('battery staple');
    await next.lock();
    await next.slots.recover(recoveryText, 'third passphrase');
    expect(ids(await next.list())).toEqual(ids(entries));
  });

  test('opens with recovery key and passkey after the upgrade to format 2', async () => {
    const world = await worldOf();
    await expectWhole(world);
    world.restart();
    const vault = world.open();
    await vault.slots.unlockByPasskey();
    expect(ids(await vault.list())).toEqual(ids(entries));
    await vault.lock();
    await vault.slots.recover(recoveryText, 'battery staple');
    expect(ids(await vault.list())).toEqual(ids(entries));
  });

  test('keeps its earlier version until the passphrase changes', async () => {
    const world = await worldOf();
    await expectWhole(world);
    const keys = async () => [...(await rawCopyOf(world, 'primary')).records.keys()];
    expect(await keys()).toContain('kept.1');
    expect(await keys()).toContain(entries[0]?.id);
    const vault = world.open();
    await vault.slots.changePassphrase(passphrase, 'battery staple');
    expect(await keys()).not.toContain('kept.1');
    expect((await keys()).every((key) => key.startsWith('2.'))).toBe(true);
  });

  test('stays unchanged after a wrong passphrase', async () => {
    const world = await worldOf();
    const before = await Promise.all(both.map((name) => rawCopyOf(world, name)));
    await expect(world.open().unlock('wrong')).rejects.toThrow('vault/wrong-passphrase');
    expect(await Promise.all(both.map((name) => rawCopyOf(world, name)))).toEqual(before);
  });

  test("keeps all slots unchanged if the passphrase's keyring lacks the key of any slot", async () => {
    const made = vaultV1();
    const world = await vaultWorld();
    const lonely = passkeyV1('not in the keyring');
    const whole = snapshotV1({ ...made, others: [...made.others, lonely] });
    const without = snapshotV1(made);
    // Creates a passphrase slot whose keyring lacks the last slot's key.
    const fields = slotsOf(whole.head);
    fields.slots[0] = slotsOf(without.head).slots[0];
    const { manifest } = upgradeV1.deriveKeys(made.key, made.vault, made.epoch);
    const head = writeFrame(1, manifest, JSON.stringify(fields));
    await storeV1(world, { head, records: whole.records });
    const vault = world.open();
    await vault.unlock(passphrase);
    expect((await vault.slots.list()).map(({ label }) => label)).toEqual([
      '',
      '',
      'Laptop',
      'not in the keyring',
    ]);
    expect(ids(await vault.list())).toEqual(ids(entries));
  });
});

describe('an interrupted upgrade', () => {
  test('loses no entry and no slot after any single write, and the next unlock completes the upgrade', async () => {
    for (let after = 0; ; after++) {
      const world = await worldOf();
      const dying = dyingStores(world, after);
      const vault = world.open(dying.deps);
      await vault.unlock(passphrase).catch(() => undefined);
      vault.close();
      await expectWhole(world);
      if (dying.writes() <= after) {
        expect(after).toBeGreaterThan(4);
        break;
      }
    }
  });
});
