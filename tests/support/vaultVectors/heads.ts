import { fromBase64url, utf8 } from '../../../lib/crypto';
import { encodeHead, type Head } from '../../../lib/vault/format/Head';
import { flip, keys, later, other, random, text, vault } from './theVault';
import { slotsAt } from './theSlots';
import type { VaultVectors } from './VaultVectors';

const head = (size: number, revision: number): Head => ({
  vault,
  epoch: 1,
  revision,
  slots: slotsAt(1),
  ended: new Map([[7, text(random(32))]]),
  versions: new Map(Array.from({ length: size }, (_, at) => [text(random(16)), at + 1])),
});

export function heads(): VaultVectors['heads'] {
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
