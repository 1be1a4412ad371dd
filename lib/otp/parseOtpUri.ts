import { AppError } from '../errors';
import { decodeBase32 } from './base32';
import { cleanName } from './cleanName';
import { findOtpUris } from './findOtpUris';
import { decodeMotpSecret } from './decodeMotpSecret';
import { makeOtp } from './makeOtp';
import type { Otp, OtpAccount, OtpKind } from './Otp';
import { readLabel } from './readLabel';
import { readOtpParams, throwIfUnknown } from './readOtpParams';
import { readSecretKey } from './readSecretKey';
import { type OtpUriParts, splitOtpUri } from './splitOtpUri';
import { readSteamUri } from './readSteamUri';

const kinds: Readonly<Record<string, OtpKind>> = {
  totp: 'totp',
  hotp: 'hotp',
  steam: 'steam',
  motp: 'motp',
  yaotp: 'yandex',
  yandex: 'yandex',
};

/**
 * Parses `otpauth://`, `apple-otpauth://`, `steam://` and `motp://` URIs. Accepts the deviations from
 * https://github.com/google/google-authenticator/wiki/Key-Uri-Format that real sites and apps produce. Returns
 * null for any other text. Throws an `otp/…` error if a part is missing, contradictory, unreadable or out of
 * range, if a parameter isn't understood, or if the text contains a second URI (see findOtpUris). mOTP and Yandex
 * URIs seldom contain the PIN (see needsPin).
 */
export function parseOtpUri(text: string): OtpAccount | null {
  const uri = splitOtpUri(text);
  if (!uri) return null;
  if (findOtpUris(text).length > 1) throw new AppError('otp/several-uris');
  if (uri.scheme === 'steam') return readSteam(uri);
  const kind = uri.scheme === 'motp' ? 'motp' : kinds[uri.type];
  if (!kind) throw new AppError('otp/unknown-type', { type: uri.type.slice(0, 12) });
  const param = (name: string): string => uri.params.get(name) ?? '';
  if (!uri.params.has('secret')) throw new AppError('otp/bad-uri');
  if (hasTextAfterSecret(text)) throw new AppError('otp/bad-secret');
  throwIfUnknown(uri);
  // Some apps write the next parameter directly after the issuer's name.
  const issuer = param('issuer').replace(/period=\d+$/, '');
  const names = readLabel(uri.label, issuer);
  // WinAuth exports Steam accounts with the label Steam and five digits.
  if (/^steam$/i.test(uri.label) && issuer === '' && param('digits') === '5')
    return readSteamUri(param('secret'));
  return {
    issuer: cleanName(names.issuer),
    account: cleanName(names.account),
    otp: readOtp(uri, kind, names.issuer),
  };
}

/**
 * Reads a `steam://` URI. Unknown parameters are rejected only for an account, because addresses of the Steam
 * client have other parameters.
 */
function readSteam(uri: OtpUriParts): OtpAccount | null {
  const account = readSteamUri(uri.label);
  if (account) throwIfUnknown(uri);
  return account;
}

/**
 * Whether words follow the secret in the same line. Such words could be read as a part of the secret. The groups
 * of a secret have the same length, except for the last group.
 */
function hasTextAfterSecret(text: string): boolean {
  const raw = /[?&](?:amp;)?secret=([^&]*)/i.exec(text)?.[1] ?? '';
  const [first = '', ...groups] = raw.trim().split(/\s+/);
  return groups.some((group, at) =>
    at < groups.length - 1 ? group.length !== first.length : group.length > first.length,
  );
}

function readOtp(uri: OtpUriParts, kind: OtpKind, issuer: string): Otp {
  const param = (name: string): string => uri.params.get(name) ?? '';
  const secret = param('secret');
  const { algorithm, digits, period, counter } = readOtpParams(uri, kind);
  switch (kind) {
    case 'motp':
      return makeOtp({
        kind,
        secret: uri.scheme === 'motp' ? decodeMotpSecret(secret) : decodeBase32(secret),
        pin: param('pin'),
      });
    case 'yandex':
      return makeOtp({ kind, secret: decodeBase32(secret), pin: readYandexPin(uri) });
    default: {
      const plain = makeOtp({
        kind,
        secret: readSecretKey(secret),
        algorithm,
        digits,
        period,
        counter,
      });
      return isSteam(uri, plain, issuer) ? makeOtp({ kind: 'steam', secret: plain.secret }) : plain;
    }
  }
}

/**
 * Whether the account uses Steam Guard. The URI must have an encoder or `steam` parameter that says so, or the
 * issuer Steam with other parameters that fit.
 */
function isSteam(uri: OtpUriParts, otp: Otp, issuer: string): boolean {
  if (otp.kind !== 'totp') return false;
  if (uri.params.get('encoder')?.toLowerCase() === 'steam' || uri.params.has('steam')) return true;
  const fits = otp.algorithm === 'SHA1' && otp.period === 30;
  return (
    issuer.toLowerCase() === 'steam' && fits && (!uri.params.get('digits') || otp.digits === 5)
  );
}

/**
 * Returns the PIN of a Yandex URI. `yaotp` URIs contain the PIN as base32 of its digits, `yandex` URIs contain
 * the digits.
 */
function readYandexPin(uri: OtpUriParts): string {
  const pin = uri.params.get('pin') ?? '';
  return uri.type === 'yaotp' && pin ? new TextDecoder().decode(decodeBase32(pin)) : pin;
}
