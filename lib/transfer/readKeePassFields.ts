import { AppError } from '../errors';
import {
  decodeBase32,
  decodeHex,
  makeOtp,
  readAlgorithm,
  readSecretKey,
  type Otp,
  type OtpAccount,
} from '../otp';
import { fromBase64 } from './base64';
import { number } from './fields';
import { isOtpUri } from './readUris';
import { readTotpField } from './readTotpField';

/** The text fields of a KeePass entry by name. */
export type KeePassFields = ReadonlyMap<string, string>;

/**
 * The accounts of one KeePass entry, in each of the ways that its apps and plugins have kept them; none
 * where it has no codes. Throws `otp/…`.
 */
export function readKeePassFields(entry: KeePassFields): OtpAccount[] {
  const login = { issuer: entry.get('Title') ?? '', account: entry.get('UserName') ?? '' };
  const uris = [...entry].filter(([name, value]) => /^otp(?:_\d+)?$/i.test(name) && value !== '');
  const accounts = uris.map(([, value]) =>
    isOtpUri(value)
      ? withoutNone(readTotpField(value, login))
      : Object.assign({ otp: readKeeOtp(value) }, login),
  );
  if (accounts.length > 0) return accounts;
  const otp = readTraySeed(entry) ?? readBuiltIn(entry, 'TimeOtp') ?? readBuiltIn(entry, 'HmacOtp');
  return otp ? [{ ...login, otp }] : [];
}

/** KeePassXC names an account without a user "none". */
const withoutNone = (account: OtpAccount): OtpAccount =>
  account.account === 'none' ? { ...account, account: '' } : account;

/** KeeOtp: `key=…&size=…&step=…&otpHashMode=Sha256&type=Hotp&counter=…`. */
function readKeeOtp(query: string): Otp {
  const params = new URLSearchParams(query);
  const param = (name: string) => params.get(name) ?? '';
  return makeOtp({
    kind: /^hotp$/i.test(param('type')) ? 'hotp' : 'totp',
    secret: readSecretKey(param('key')),
    algorithm: readAlgorithm(param('otpHashMode')),
    digits: number(param('size')),
    period: number(param('step')),
    counter: number(param('counter')),
  });
}

/** KeeTrayTOTP and early KeePassXC: a seed, and settings such as `30;6` or `30;S` for Steam. */
function readTraySeed(entry: KeePassFields): Otp | null {
  const seed = entry.get('TOTP Seed');
  if (!seed) return null;
  const [period = '', digits = ''] = (entry.get('TOTP Settings') ?? '').split(';');
  const secret = readSecretKey(seed);
  if (digits.toUpperCase() === 'S') return makeOtp({ kind: 'steam', secret });
  return makeOtp({ secret, period: number(period), digits: number(digits) });
}

/** KeePass 2's own fields: the secret in one of four encodings, each with a name of its own. */
function readBuiltIn(entry: KeePassFields, prefix: 'TimeOtp' | 'HmacOtp'): Otp | null {
  const field = (name: string) => entry.get(`${prefix}-${name}`) ?? '';
  const secret = readBuiltInSecret(field);
  if (!secret) return null;
  return makeOtp({
    kind: prefix === 'HmacOtp' ? 'hotp' : 'totp',
    secret,
    algorithm: readAlgorithm(field('Algorithm')),
    digits: number(field('Length')),
    period: number(field('Period')),
    counter: number(field('Counter')),
  });
}

function readBuiltInSecret(field: (name: string) => string): Uint8Array | null {
  if (field('Secret-Base32')) return decodeBase32(field('Secret-Base32'));
  if (field('Secret-Hex')) return decodeHex(field('Secret-Hex'));
  if (field('Secret-Base64')) {
    const secret = fromBase64(field('Secret-Base64'));
    if (!secret) throw new AppError('otp/bad-secret');
    return secret;
  }
  return field('Secret') ? new TextEncoder().encode(field('Secret')) : null;
}
