import { describe, expect, test } from 'vitest';
import { systemRandom, toBase64url } from '../../../lib/crypto';
import { decodeHead } from '../../../lib/vault/format/Head';
import { writeFrame } from '../../../lib/vault/format/headFrame';
import { headReader } from '../../../lib/vault/format/headReader';
import { deriveKeys, formatVersion } from '../../../lib/vault/format/keys';
import { rowsOf, versionsOf } from '../../../lib/vault/format/manifestRows';
import { checkCosts } from '../../../lib/vault/format/Slot';
import { isSlotHeader } from '../../../lib/vault/format/SlotHeader';
import { newHeader } from '../../../lib/vault/keys/slotKeys';
import { upgradeV1 } from '../../../lib/vault/migration/v1/upgradeV1';
import { catchUp } from '../../../lib/vault/storage/catchUp';
import { inspect } from '../../../lib/vault/storage/inspect';
import { sameBytes } from '../../../lib/vault/storage/sameBytes';
import { vaultWorld } from '../../support/vaultWorld';

const costs = { memory: 64 * 1024, passes: 3, lanes: 1 };
const vault = toBase64url(systemRandom(16));

describe('KDF costs', () => {
  test.each([
    { memory: 19 * 1024 - 1 },
    { memory: 1024 * 1024 + 1 },
    { passes: 1 },
    { passes: 11 },
    { lanes: 0 },
    { lanes: 5 },
  ])('are rejected with %o', (changes) => {
    expect(() => checkCosts({ ...costs, ...changes })).toThrow('format/cost-too-high');
  });

  test.each([
    { memory: 19 * 1024, passes: 2, lanes: 1 },
    { memory: 1024 * 1024, passes: 10, lanes: 4 },
  ])('are accepted at their limits: %o', (limit) => {
    expect(() => checkCosts(limit)).not.toThrow();
  });
});

describe('the header of a slot', () => {
  test("is rejected if it isn't an object or a field has an invalid value", async () => {
    const header = { ...newHeader((await vaultWorld()).deps(), 'passphrase', costs) };
    expect(isSlotHeader(header, ['label'])).toBe(true);
    for (const value of [
      null,
      'passphrase',
      { ...header, type: 'password' },
      { ...header, memory: '65536' },
      { ...header, passes: -1 },
      { ...header, salt: 'AAAA' },
      { ...header, id: header.salt + header.salt },
      { ...header, label: 7 },
    ])
      expect(isSlotHeader(value, ['label'])).toBe(false);
  });
});

describe('the rows of a manifest', () => {
  test('are read back as they were written', () => {
    const versions = new Map([[toBase64url(systemRandom(16)), 7]]);
    expect(versionsOf(rowsOf(versions))).toEqual(versions);
  });

  test.each(['AAAA', '', 'a.b', '__proto__'])('are not written for the id %j', (id) => {
    expect(() => rowsOf(new Map([[id, 1]]))).toThrow(RangeError);
  });
});

const headOf = (epoch: number) => ({
  vault,
  epoch,
  revision: 1,
  slots: [],
  versions: new Map<string, number>(),
  ended: new Map<number, string>(),
});

describe('a head that was read before', () => {
  test('is read again only with the keys of its own epoch and vault', () => {
    const key = systemRandom(32);
    const keys = deriveKeys(key, vault, 1);
    const reader = headReader();
    const text = reader.write(headOf(1), keys);
    expect(reader.read(text, keys)?.revision).toBe(1);
    expect(reader.read(text, deriveKeys(key, vault, 2))).toBeNull();
    expect(reader.read(text, deriveKeys(key, toBase64url(systemRandom(16)), 1))).toBeNull();
  });
});

test('inspect returns null if the key made neither head', () => {
  const text = headReader().write(headOf(1), deriveKeys(systemRandom(32), vault, 1));
  const snapshot = { head: text, records: new Map<string, Uint8Array>() };
  const other = deriveKeys(systemRandom(32), vault, 1);
  expect(inspect({ primary: snapshot, mirror: snapshot }, other)).toBeNull();
});

test('inspect throws if a newer version wrote one of the stores with the same key', () => {
  const keys = deriveKeys(systemRandom(32), vault, 1);
  const text = headReader().write(headOf(1), keys);
  const newer = writeFrame(9, keys.manifest, text.slice(text.indexOf('{')));
  const records = new Map<string, Uint8Array>();
  const snapshots = { primary: { head: text, records }, mirror: { head: newer, records } };
  expect(() => inspect(snapshots, keys)).toThrow('vault/too-new');
});

test("a store that missed changes gets no bytes that aren't a record", () => {
  const keys = deriveKeys(systemRandom(32), vault, 1);
  const head = headReader().write(headOf(1), keys);
  const records = new Map([['stray', Uint8Array.of(1, 2, 3)]]);
  const second = { head: null, records: new Map<string, Uint8Array>() };
  expect(catchUp({ head, records }, second, []).put).toEqual(new Map());
});

describe('a head', () => {
  const fields = { vault, epoch: 1, revision: 1, slots: [], records: '', ended: [] };
  const wrong = [
    { vault: 5 },
    { epoch: 0 },
    { epoch: 1.5 },
    { epoch: '1' },
    { revision: 0 },
    { revision: 2 ** 53 },
    { ended: 'none' },
  ];

  test.each([{}, ...wrong])('of this format is readable only with valid fields: %o', (changes) => {
    const text = writeFrame(
      formatVersion,
      systemRandom(32),
      JSON.stringify({ ...fields, ...changes }),
    );
    expect(decodeHead(text) !== null).toBe(Object.keys(changes).length === 0);
  });

  test.each([{}, ...wrong.slice(0, -1)])('of format 1 too: %o', (changes) => {
    const text = writeFrame(1, systemRandom(32), JSON.stringify({ ...fields, ...changes }));
    expect(upgradeV1.decodeHead(text) !== null).toBe(Object.keys(changes).length === 0);
  });
});

test('bytes are the same only if both exist and every byte is equal', () => {
  const bytes = Uint8Array.of(1, 2, 3);
  expect(sameBytes(bytes, bytes.slice())).toBe(true);
  for (const other of [Uint8Array.of(1, 2, 4), Uint8Array.of(1, 2), Uint8Array.of(1, 2, 3, 4)])
    expect(sameBytes(bytes, other)).toBe(false);
  expect(sameBytes(bytes, undefined)).toBe(false);
  expect(sameBytes(undefined, undefined)).toBe(false);
});
