import { concat, lengthPrefixed, seal, uint32 } from '../../../lib/crypto';
import { entryToBytes } from '../../../lib/vault/format/entryBytes';
import { sealRecord } from '../../../lib/vault/format/record';
import { flip, keys, later, other, random, text, vault } from './theVault';
import { makeEntry } from './makeEntry';
import type { VaultVectors } from './VaultVectors';

export function records(): VaultVectors['records'] {
  const good = Array.from({ length: 16 }, (_, at) => {
    const one = makeEntry(at);
    return {
      name: `entry ${at}`,
      one,
      bytes: sealRecord(keys, { id: one.id, version: at + 1 }, entryToBytes(one), random),
    };
  });
  const [first] = good;
  if (!first) throw new Error('no record');
  const { one, bytes } = first;
  const content = entryToBytes(one);
  const forged = (padded: Uint8Array) => {
    const nonce = random(24);
    const context = lengthPrefixed(['tessera-vault/2', vault, 'entries', one.id, 1, 1]);
    return concat(
      Uint8Array.of(2, 1),
      uint32(1),
      uint32(1),
      nonce,
      seal({ key: keys.record, nonce, context }, padded),
    );
  };
  const bad: [string, string, Uint8Array][] = [
    ...[
      0, 8, 16, 47, 48, 79, 80, 150, 271, 272, 400, 1000, 2000, 3000, 3300, 3600, 3900, 4096, 4200,
      4300, -1, -8, -127, -128, -129,
    ].map((bit): [string, string, Uint8Array] => [`bit ${bit} flipped`, one.id, flip(bytes, bit)]),
    ...[0, 1, 9, 33, 34, 49, 50, 100, bytes.length - 16, bytes.length - 1].map(
      (length): [string, string, Uint8Array] => [
        `cut to ${length} bytes`,
        one.id,
        bytes.slice(0, length),
      ],
    ),
    ['one byte more', one.id, concat(bytes, Uint8Array.of(0))],
    ["in another record's place", good[1]?.one.id ?? '', bytes],
    ["another vault's", one.id, sealRecord(other, { id: one.id, version: 1 }, content, random)],
    ["another epoch's", one.id, sealRecord(later, { id: one.id, version: 1 }, content, random)],
    ['no padding', one.id, forged(content)],
    ['padding that is not zero', one.id, forged(concat(uint32(10), new Uint8Array(252).fill(7)))],
    ['a length beyond the content', one.id, forged(concat(uint32(253), new Uint8Array(252)))],
    ['a step of padding too many', one.id, forged(concat(uint32(10), new Uint8Array(508)))],
    ['empty content', one.id, forged(new Uint8Array())],
    ['the format of tomorrow', one.id, concat(Uint8Array.of(3), bytes.subarray(1))],
    ['an unknown cipher', one.id, concat(Uint8Array.of(2, 2), bytes.subarray(2))],
  ];
  return [
    ...good.map((made) => ({
      name: made.name,
      id: made.one.id,
      bytes: text(made.bytes),
      opens: true,
    })),
    ...bad.map(([name, id, wrong]) => ({ name, id, bytes: text(wrong), opens: false })),
  ];
}
