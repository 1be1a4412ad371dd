import { writeFileSync } from 'node:fs';
import {
  concat,
  framed,
  fromBase64url,
  hmacSha256,
  inProcessKdf,
  seal,
  toBase64url,
  uint32,
  utf8,
} from '../../lib/crypto';
import { encodeBackup } from '../../lib/vault/backup/backupFile';
import { entryToBytes } from '../../lib/vault/format/entryBytes';
import { encodeHead, type Head } from '../../lib/vault/format/Head';
import { deriveKeys } from '../../lib/vault/format/keys';
import { sealRecord } from '../../lib/vault/format/record';
import type { Slot } from '../../lib/vault/format/Slot';
import { wrap, type SlotHeader } from '../../lib/vault/format/wrap';
import { strongKek } from '../../lib/vault/slotKeys';
import type { Entry } from '../../lib/vault';
import type { VaultVectors } from './VaultVectors';

/**
 * Made the frozen vectors of format version 1, once. They are never made again: what is in
 * tests/vectors/vault must open for ever. A new version of the format gets files of its own.
 */
const vault = toBase64url(hmacSha256(utf8('vectors'), utf8('vault')).subarray(0, 16));
const vaultKey = hmacSha256(utf8('vectors'), utf8('key'));
const passphrase = 'correct horse battery staple';
const recoveryKey = hmacSha256(utf8('vectors'), utf8('recovery')).subarray(0, 20);
const base = { costs: { memory: 19_456, passes: 2, lanes: 1 } };

let counter = 0;
/** Repeatable: the same vectors come out whenever this is run. */
const random = (length: number) => {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, () =>
    hmacSha256(utf8('vectors'), uint32(counter++)),
  );
  return concat(...blocks).subarray(0, length);
};

const text = toBase64url;
const flip = (bytes: Uint8Array, bit: number) => {
  const copy = bytes.slice();
  const at = ((bit % (bytes.length * 8)) + bytes.length * 8) % (bytes.length * 8);
  copy[at >> 3] = (copy[at >> 3] ?? 0) ^ (1 << (at & 7));
  return copy;
};

const entry = (at: number): Entry => ({
  id: text(random(16)),
  issuer: ['Harbour Bank', 'Ærøskøbing', '株式会社', '', 'A&B'][at % 5] ?? '',
  account: `person${at}@example.org`,
  otp: {
    kind: 'totp',
    secret: random(10 + (at % 30)),
    algorithm: (['SHA1', 'SHA256', 'SHA512'] as const)[at % 3] ?? 'SHA1',
    digits: 6 + (at % 3),
    period: 30,
    counter: 0,
    pin: '',
  },
  backupCodes: Array.from({ length: at % 4 }, (_, place) => ({
    code: `code-${at}-${place}`,
    usedAt: place === 0 ? 1_800_000_000_000 : null,
  })),
  tags: at % 2 ? ['work'] : [],
  note: 'n'.repeat(at * 17),
  pinned: at % 7 === 0,
  hosts: [],
  icon: '',
  position: at,
  createdAt: 1_800_000_000_000 + at,
  updatedAt: 1_800_000_000_000 + at,
  usedAt: null,
  useCount: 0,
  deletedAt: null,
});

const keys = deriveKeys(vaultKey, vault, 1);
const other = deriveKeys(vaultKey, text(random(16)), 1);
const later = deriveKeys(vaultKey, vault, 2);

function records(): VaultVectors['records'] {
  const good = Array.from({ length: 16 }, (_, at) => {
    const one = entry(at);
    return {
      name: `entry ${at}`,
      one,
      bytes: sealRecord(keys, one.id, at + 1, entryToBytes(one), random),
    };
  });
  const [first] = good;
  if (!first) throw new Error('no record');
  const { one, bytes } = first;
  const content = entryToBytes(one);
  const forged = (padded: Uint8Array) => {
    const nonce = random(24);
    const context = framed(['tessera-vault/1', vault, 'entries', one.id, 1, 1]);
    return concat(
      Uint8Array.of(1, 1),
      uint32(1),
      uint32(1),
      nonce,
      seal(keys.record, nonce, padded, context),
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
    ["another vault's", one.id, sealRecord(other, one.id, 1, content, random)],
    ["another epoch's", one.id, sealRecord(later, one.id, 1, content, random)],
    ['no padding', one.id, forged(content)],
    ['padding that is not zero', one.id, forged(concat(uint32(10), new Uint8Array(252).fill(7)))],
    ['a length beyond the content', one.id, forged(concat(uint32(253), new Uint8Array(252)))],
    ['a step of padding too many', one.id, forged(concat(uint32(10), new Uint8Array(508)))],
    ['empty content', one.id, forged(new Uint8Array())],
    ['the format of tomorrow', one.id, concat(Uint8Array.of(2), bytes.subarray(1))],
    ['an unknown cipher', one.id, concat(Uint8Array.of(1, 2), bytes.subarray(2))],
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

const header = (type: Slot['type'], fields: Partial<SlotHeader> = {}): SlotHeader => ({
  v: 1,
  id: text(random(16)),
  type,
  label: '',
  createdAt: 1_800_000_000_000,
  memory: 0,
  passes: 0,
  lanes: 0,
  salt: text(random(16)),
  credential: '',
  device: '',
  ...fields,
});

const passphraseHeader = header('passphrase', base.costs);
const passphraseKek = await inProcessKdf(
  utf8(passphrase),
  fromBase64url(passphraseHeader.salt) ?? new Uint8Array(),
  base.costs,
);
const recoveryHeader = header('recovery');
const recoveryKek = strongKek(recoveryHeader, recoveryKey);
const slotsAt = (epoch: number) => [
  wrap(vault, epoch, passphraseHeader, passphraseKek, vaultKey, random),
  wrap(vault, epoch, recoveryHeader, recoveryKek, vaultKey, random),
];

const changed = (name: string, slot: Slot, patch: Partial<Slot>) => ({
  name: `${slot.type}: ${name}`,
  epoch: 1,
  slot: { ...slot, ...patch },
  kek: text(slot.type === 'recovery' ? recoveryKek : passphraseKek),
  opens: false,
});
const flipped = (value: string, bit: number) =>
  text(flip(fromBase64url(value) ?? new Uint8Array(), bit));

function slots(): VaultVectors['slots'] {
  const [first, second] = slotsAt(1);
  if (!first || !second) throw new Error('no slot');
  return [
    { ...changed('whole', first, {}), opens: true },
    { ...changed('whole', second, {}), opens: true },
    ...[first, second].flatMap((slot) => [
      changed('another id', slot, { id: flipped(slot.id, 3) }),
      changed('another type', slot, { type: slot.type === 'recovery' ? 'passkey' : 'device' }),
      changed('less memory', slot, { memory: slot.memory + 1 }),
      changed('other passes', slot, { passes: slot.passes + 1 }),
      changed('other lanes', slot, { lanes: slot.lanes + 1 }),
      changed('another salt', slot, { salt: flipped(slot.salt, 9) }),
      changed('another credential', slot, { credential: 'AAAA' }),
      changed('another nonce', slot, { nonce: flipped(slot.nonce, 77) }),
      changed('key flipped', slot, { wrapped: flipped(slot.wrapped, 11) }),
      changed('tag flipped', slot, { wrapped: flipped(slot.wrapped, -1) }),
      changed('commitment flipped', slot, { commit: flipped(slot.commit, 200) }),
      { ...changed('another epoch', slot, {}), epoch: 2 },
      { ...changed('another key', slot, {}), kek: text(flip(recoveryKek, 5)) },
    ]),
  ];
}

function heads(): VaultVectors['heads'] {
  const head = (size: number, revision: number): Head => ({
    vault,
    epoch: 1,
    revision,
    slots: slotsAt(1),
    versions: new Map(Array.from({ length: size }, (_, at) => [text(random(16)), at + 1])),
  });
  const good = [0, 1, 2, 20, 300].map((size) => encodeHead(head(size, size + 1), keys));
  const whole = good[2] ?? '';
  const [prefix = '', check = '', mac = ''] = whole.split('.');
  const body = whole.slice(`${prefix}.${check}.${mac}.`.length);
  const replace = (from: string, to: string) => whole.replace(from, to);
  const bad: [string, string][] = [
    ['empty', ''],
    ['no head at all', 'hello'],
    ['cut in half', whole.slice(0, whole.length / 2)],
    ['without its last letter', whole.slice(0, -1)],
    ['a letter more', `${whole} `],
    ['another revision', replace('"revision":3', '"revision":4')],
    ['revision 0', replace('"revision":3', '"revision":0')],
    ['another epoch', replace('"epoch":1', '"epoch":2')],
    ['less memory for the passphrase', replace('"memory":19456', '"memory":19457')],
    ['another type of slot', replace('"recovery"', '"passkey"')],
    [
      'another checksum',
      [prefix, text(flip(fromBase64url(check) ?? new Uint8Array(), 0)), mac, body].join('.'),
    ],
    [
      'another MAC',
      [prefix, check, text(flip(fromBase64url(mac) ?? new Uint8Array(), 0)), body].join('.'),
    ],
    ["another vault's key", encodeHead({ ...head(2, 3), vault: other.vault }, other)],
    ["another epoch's key", encodeHead({ ...head(2, 3), epoch: 2 }, later)],
    ['a row missing', body.replace(/"records":"[\w-]{54}/, '"records":"')].map((one, at) =>
      at === 1 ? [prefix, check, mac, one].join('.') : one,
    ) as [string, string],
    ...Array.from({ length: 16 }, (_, at): [string, string] => {
      const bytes = flip(utf8(whole), 400 + at * 457);
      return [`bit ${400 + at * 457} flipped`, Buffer.from(bytes).toString('latin1')];
    }),
  ];
  return [
    ...good.map((one, at) => ({ name: `head ${at}`, head: one, opens: true })),
    ...bad.map(([name, one]) => ({ name, head: one, opens: false })),
  ];
}

function backups(): VaultVectors['backups'] {
  const createdAt = 1_800_000_000_000;
  const fields = (epoch: number) => ({ vault, epoch, createdAt, slots: slotsAt(epoch) });
  const good = [0, 1, 2, 3, 12].map((size) => {
    const entries = Array.from({ length: size }, (_, at) => entry(at));
    return encodeBackup(fields(1), entries, vaultKey, random);
  });
  const own = encodeBackup(fields(0), [entry(3)], vaultKey, random);
  const whole = good[2] ?? new Uint8Array();
  const patched = (from: string, to: string) =>
    new Uint8Array(Buffer.from(Buffer.from(whole).toString('latin1').replace(from, to), 'latin1'));
  const put = (at: number, ...values: number[]) => {
    const copy = whole.slice();
    copy.set(values, at);
    return copy;
  };
  const bad: [string, Uint8Array][] = [
    ['no backup', utf8('{"entries":[]}')],
    ['empty', new Uint8Array()],
    ['the magic alone', whole.slice(0, 8)],
    ['the format of tomorrow', put(8, 2)],
    ['the format of yesterday', put(8, 0)],
    ['an unknown cipher', put(9, 2)],
    ['cipher 0', put(9, 0)],
    ['a header of 4 GiB', put(10, 255, 255, 255, 255)],
    ['a header that ends early', put(10, 0, 0, 0, 40)],
    ['a header that ends late', put(13, (whole[13] ?? 0) + 1)],
    ...[20, 100, 500, 14 + 900, whole.length - 17, whole.length - 1].map(
      (length): [string, Uint8Array] => [`cut to ${length} bytes`, whole.slice(0, length)],
    ),
    ['one byte more', concat(whole, Uint8Array.of(0))],
    ['another number of entries', patched('"entries":2', '"entries":3')],
    ['another time', patched('"createdAt":18', '"createdAt":19')],
    ['another epoch', patched('"epoch":1', '"epoch":2')],
    ['no slots', patched('"slots":[', '"slats":[')],
    ['too little memory', patched('"memory":19456', '"memory":19455')],
    ['too much memory', patched('"memory":19456', '"memory":9999999')],
    ['too many passes', patched('"passes":2', '"passes":11')],
    ['a salt that is no base64url', patched('"salt":"', '"salt":"*')],
    ...[-1, -129, -2000].map((bit): [string, Uint8Array] => [
      `bit ${bit} flipped`,
      flip(whole, bit),
    ]),
  ];
  return [
    ...good.map((bytes, at) => ({
      name: `backup ${at}`,
      bytes: text(bytes),
      by: at === 4 ? ('passphrase' as const) : ('recovery' as const),
      opens: true,
    })),
    { name: 'a key of its own', bytes: text(own), by: 'recovery' as const, opens: true },
    ...bad.map(([name, bytes]) => ({
      name,
      bytes: text(bytes),
      by: 'recovery' as const,
      opens: false,
    })),
  ];
}

const vectors: VaultVectors = {
  about: 'Format version 1 of the vault and of its backups. Frozen: never edit this file.',
  vault,
  vaultKey: text(vaultKey),
  passphrase,
  recoveryKey: text(recoveryKey),
  records: records(),
  slots: slots(),
  heads: heads(),
  backups: backups(),
};

writeFileSync('tests/vectors/vault/v1.json', `${JSON.stringify(vectors, null, 1)}\n`);
