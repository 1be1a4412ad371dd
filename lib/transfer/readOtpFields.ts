import { AppError } from '../errors';
import {
  decodeBase32,
  decodeHex,
  decodeMotpSecret,
  makeOtp,
  readAlgorithm,
  readSecretKey,
  type Otp,
  type OtpKind,
} from '../otp';
import { fromBase64 } from './base64';
import { counter, number, text } from './fields';

/**
 * The parameters of an account as the file gives them, as numbers or texts. Missing parameters get their
 * defaults.
 */
export interface OtpFields {
  readonly secret: unknown;
  readonly type?: unknown;
  readonly algorithm?: unknown;
  readonly digits?: unknown;
  readonly period?: unknown;
  readonly counter?: unknown;
  readonly pin?: unknown;
  /** The name of the secret's encoding. */
  readonly encoding?: unknown;
}

const kinds: ReadonlyMap<string, OtpKind> = new Map<string, OtpKind>([
  ['', 'totp'],
  ['totp', 'totp'],
  ['time', 'totp'],
  ['timebased', 'totp'],
  ['timer', 'totp'],
  ['otptypetotp', 'totp'],
  ['基于时间', 'totp'],
  ['hotp', 'hotp'],
  ['counter', 'hotp'],
  ['counterbased', 'hotp'],
  ['event', 'hotp'],
  ['eventbased', 'hotp'],
  ['otptypehotp', 'hotp'],
  ['基于计数', 'hotp'],
  ['基于计数器', 'hotp'],
  ['steam', 'steam'],
  ['steamtotp', 'steam'],
  ['steamguard', 'steam'],
  ['otptypesteam', 'steam'],
  ['motp', 'motp'],
  ['mobileotp', 'motp'],
  ['yaotp', 'yandex'],
  ['yandex', 'yandex'],
]);

/** Returns the kind of account that a name means, or null for any other or an empty text. */
export const kindNamed = (name: string): OtpKind | null =>
  (name.trim() === '' ? null : kinds.get(plainKind(name))) ?? null;

const plainKind = (name: string): string => name.toLowerCase().replace(/[\s\-_.]/g, '');

/**
 * Converts a file's parameters to an account's, for all formats. Throws `otp/unknown-type`,
 * `otp/unknown-algorithm` or another `otp/…` error for an unknown value. Never replaces an unknown value by a
 * default.
 */
export function readOtpFields(fields: OtpFields): Otp {
  const type = text(fields.type);
  const kind = kinds.get(plainKind(type));
  if (!kind) throw new AppError('otp/unknown-type', { type: type.slice(0, 12) });
  const period = number(withoutUnit(fields.period));
  // makeOtp ignores the period of an HOTP account, but an invalid period is rejected for every kind.
  if (Number.isNaN(period)) throw new AppError('otp/bad-period');
  return makeOtp({
    kind,
    secret: readEncoded(text(fields.secret), text(fields.encoding), kind),
    algorithm: readAlgorithm(text(fields.algorithm)),
    digits: number(fields.digits),
    period,
    counter: counter(fields.counter),
    pin: text(fields.pin),
  });
}

/** Returns the number of a period with a unit: 30 for `30s` and `30 seconds`. */
const withoutUnit = (period: unknown): unknown =>
  typeof period === 'string' ? period.replace(/\s*(?:s|sec|seconds?|秒)\s*$/i, '') : period;

/** Decodes a secret in the named encoding. The default is base32. Throws `otp/bad-secret`. */
function readEncoded(
  secret: string,
  encoding: string,
  kind: OtpKind = 'totp',
): Uint8Array<ArrayBuffer> {
  switch (encoding.toLowerCase().replace(/[\s\-_]/g, '')) {
    case '':
      return kind === 'motp' ? decodeMotpSecret(secret) : readSecretKey(secret);
    case 'base32':
    case '32':
      return decodeBase32(secret);
    case 'hex':
    case 'hexadecimal':
    case 'base16':
    case '16':
      return decodeHex(secret);
    case 'base64':
    case '64':
      return bytesOf(fromBase64(secret));
    case 'utf8':
    case 'ascii':
    case 'text':
    case 'plain':
      return bytesOf(new TextEncoder().encode(secret));
    default:
      throw new AppError('otp/unknown-parameter', { parameter: encoding.slice(0, 24) });
  }
}

function bytesOf(bytes: Uint8Array<ArrayBuffer> | null): Uint8Array<ArrayBuffer> {
  if (!bytes || bytes.length === 0) throw new AppError('otp/bad-secret');
  return bytes;
}
