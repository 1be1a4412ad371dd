import { AppError } from '../errors';
import { decodeHex, makeOtp, readAlgorithm, readSecretKey, type Otp, type OtpKind } from '../otp';
import { type Fields, counter, number, text } from './fields';
import { hostsOf } from './hostsOf';
import type { ImportedAccount } from './ImportedAccount';
import { toImported } from './toImported';

interface Type {
  readonly kind: OtpKind;
  readonly hex?: true;
  readonly digits?: number;
}

/**
 * The OTP types of Authenticator-Extension, by name. Older versions wrote the type's position in this list,
 * counted from 1.
 */
const types: ReadonlyMap<string, Type> = new Map<string, Type>([
  ['totp', { kind: 'totp' }],
  ['hotp', { kind: 'hotp' }],
  ['battle', { kind: 'totp', digits: 8 }],
  ['steam', { kind: 'steam' }],
  ['hex', { kind: 'totp', hex: true }],
  ['hhex', { kind: 'hotp', hex: true }],
]);
const algorithms = ['SHA1', 'SHA256', 'SHA512', 'GOST3411_2012_256', 'GOST3411_2012_512'];

/** Reads one decrypted entry of Authenticator-Extension. */
export function readExtensionEntry(row: Fields): ImportedAccount {
  // The issuer may be followed by a host, as in `GitHub::github.com`.
  const [issuer = '', site = ''] = text(row['issuer']).split('::');
  return toImported(
    { issuer: issuer.trim(), account: text(row['account']), otp: readOtp(row) },
    { pinned: row['pinned'] === true, hosts: hostsOf([site]) },
  );
}

function readOtp(row: Fields): Otp {
  const [, prefix = '', secret = ''] = /^(blz-|bliz-|stm-)?(.*)$/is.exec(text(row['secret'])) ?? [];
  const type = prefix ? (prefix.toLowerCase() === 'stm-' ? 'steam' : 'battle') : named(row['type']);
  const known = types.get(type);
  if (!known) throw new AppError('otp/unknown-type', { type: type.slice(0, 12) });
  return makeOtp({
    kind: known.kind,
    secret: known.hex ? decodeHex(secret) : readSecretKey(secret),
    algorithm: readAlgorithm(
      typeof row['algorithm'] === 'number'
        ? (algorithms[row['algorithm'] - 1] ?? String(row['algorithm']))
        : text(row['algorithm']),
    ),
    digits: known.digits ?? number(row['digits']),
    period: number(row['period']),
    counter: counter(row['counter']),
  });
}

const named = (type: unknown): string =>
  typeof type === 'number'
    ? ([...types.keys()][type - 1] ?? String(type))
    : text(type).toLowerCase() || 'totp';
