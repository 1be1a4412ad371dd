import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { codeAt, encodeHex, makeOtp, type Algorithm, type Otp } from '../../../lib/otp';

/** Returns a seeded random generator (mulberry32) of numbers from 0 to less than 1. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = seeded(6238);
const upTo = (limit: number) => Math.floor(random() * limit);
const pick = <T>(items: readonly [T, ...T[]]): T => items[upTo(items.length)] ?? items[0];

const cases = Array.from({ length: 500 }, () => {
  const kind = pick<'totp' | 'hotp'>(['totp', 'totp', 'totp', 'hotp']);
  const otp = makeOtp({
    kind,
    secret: Uint8Array.from({ length: 1 + upTo(100) }, () => upTo(256)),
    // oathtool supports HOTP with SHA-1 only.
    algorithm: kind === 'hotp' ? 'SHA1' : pick<Algorithm>(['SHA1', 'SHA256', 'SHA512']),
    digits: pick([6, 7, 8]),
    period: 1 + upTo(pick([60, 300, 86_400])),
    counter: upTo(2 ** 40),
  });
  return { otp, second: upTo(2 ** 33) };
});

const command = ({ otp, second }: { otp: Otp; second: number }): string =>
  otp.kind === 'hotp'
    ? `oathtool --hotp -d ${otp.digits} -c ${otp.counter} ${encodeHex(otp.secret)}`
    : `oathtool --totp=${otp.algorithm} -d ${otp.digits} -s ${otp.period} -N @${second} ${encodeHex(otp.secret)}`;

test('500 random accounts have the same codes as in oathtool', () => {
  const script = ['set -e', ...cases.map(command)].join('\n');
  const theirs = execFileSync('sh', { input: script, encoding: 'utf8' }).trim().split('\n');
  expect(theirs).toHaveLength(cases.length);
  expect(cases.map(({ otp, second }) => codeAt(otp, second * 1000 + 999))).toEqual(theirs);
}, 60_000);
