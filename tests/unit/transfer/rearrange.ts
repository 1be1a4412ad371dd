import * as fc from 'fast-check';
import { encodeBase32, formatOtpUri, makeOtp, type OtpAccount } from '../../../lib/otp';
import { readFile } from '../../../lib/transfer';
import { toolsWith } from './tools';

const name = fc.string({
  unit: fc.constantFrom(...Array.from('abcXYZ019é日本юñ_&')),
  minLength: 1,
  maxLength: 12,
});

/** Accounts with different secrets of every kind that the exports can carry. */
export const accounts = fc.uniqueArray(
  fc.record({
    issuer: name,
    account: name,
    otp: fc
      .record({
        kind: fc.constantFrom('totp', 'totp', 'hotp', 'steam', 'motp', 'yandex'),
        secret: fc
          .uint8Array({ minLength: 16, maxLength: 16 })
          .map((bytes) => Uint8Array.from(bytes)),
        algorithm: fc.constantFrom('SHA1', 'SHA256', 'SHA512'),
        digits: fc.constantFrom(6, 7, 8),
        period: fc.constantFrom(30, 60),
        counter: fc.nat(100_000),
        pin: fc.constant('1234'),
      })
      .map(makeOtp),
  }),
  { minLength: 1, maxLength: 6, selector: ({ otp }) => String(otp.secret) },
);

/** Changes that leave the meaning of a file as it is. Every number is a seed or a choice. */
export const change = fc.record({
  order: fc.infiniteStream(fc.nat(1000)),
  indent: fc.constantFrom(0, 2, 4, '\t'),
  slash: fc.constantFrom('/', '\\/'),
  encode: fc.constantFrom('utf8' as const, 'utf8 with BOM' as const, 'utf16le' as const),
});
export type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

export function shuffled<T>(items: readonly T[], order: Iterator<number>): readonly T[] {
  const keys = items.map((item) => ({ item, key: Number(order.next().value) }));
  return keys.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
}

/** Shuffles the members of every object and the rows of every list of objects. */
export function rearranged(json: unknown, order: Iterator<number>): unknown {
  if (Array.isArray(json)) {
    const items = json.map((item) => rearranged(item, order));
    return items.every((item) => typeof item === 'object') ? shuffled(items, order) : items;
  }
  if (typeof json !== 'object' || json === null) return json;
  const members = Object.entries(json).map(([key, value]) => [key, rearranged(value, order)]);
  return Object.fromEntries(shuffled(members, order));
}

export function encoded(text: string, { encode }: Change): Uint8Array<ArrayBuffer> {
  if (encode === 'utf8') return Uint8Array.from(Buffer.from(text));
  const encoding = encode === 'utf16le' ? 'utf16le' : 'utf8';
  return Uint8Array.from(Buffer.from(`\uFEFF${text}`, encoding));
}

export async function readBytes(bytes: Uint8Array<ArrayBuffer>) {
  const result = await readFile('', bytes, toolsWith(null));
  if (result.kind !== 'read') throw new Error(result.kind);
  return result;
}

export const urisOf = (some: readonly OtpAccount[]) =>
  some.map(({ issuer, account, otp }) => formatOtpUri({ issuer, account, otp })).toSorted();

/** Known names of each column or field. */
export const columns = {
  issuer: ['issuer', 'Service', 'Aussteller', '发行方', 'サービス'],
  account: ['account', 'Username', 'user_name', 'Benutzername', '用户名'],
  secret: ['secret', 'TOTP', 'Login_TOTP', 'OTPAuth', '密钥'],
  type: ['type', 'Kind', 'OTP type', '类型'],
  algorithm: ['algorithm', 'Algo', 'Algorithmus', '算法'],
  digits: ['digits', 'Stellen', '位数'],
  period: ['period', 'Interval', '周期'],
  counter: ['counter', 'Zähler', '计数器'],
} as const;

/** The parameters of an account by column. */
export const cellsOf = ({ issuer, account: user, otp }: OtpAccount): Record<string, string> => ({
  issuer,
  account: user,
  secret: encodeBase32(otp.secret),
  type: otp.kind,
  algorithm: otp.algorithm,
  digits: String(otp.digits),
  period: String(otp.period),
  counter: otp.kind === 'hotp' ? String(otp.counter) : '',
});
