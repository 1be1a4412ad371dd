import { concat, utf8 } from '../../../lib/crypto';
import { encodeBackup } from '../../../lib/vault/backup/backupCodec';
import { flip, text, vault } from './theVault';
import { makeEntry } from './makeEntry';
import { recipients, tools } from './theSlots';
import type { VaultVectors } from './VaultVectors';

export function backups(): VaultVectors['backups'] {
  const createdAt = 1_800_000_000_000;
  const good = [0, 1, 2, 3, 12].map((size) => {
    const entries = Array.from({ length: size }, (_, at) => makeEntry(at));
    return encodeBackup({ vault, createdAt, entries, recipients }, tools);
  });
  const one = { vault, createdAt, entries: [makeEntry(3)], recipients: recipients.slice(1) };
  const own = encodeBackup(one, tools);
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
    ['the format of tomorrow', put(8, 3)],
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
    ['another type of slot', patched('"recovery"', '"passkey"')],
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
