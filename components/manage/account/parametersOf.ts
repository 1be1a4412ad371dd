import type { Otp } from '../../../lib/otp';
import { plural } from '../../ui';

const kinds: Record<Otp['kind'], string> = {
  totp: 'TOTP',
  hotp: 'HOTP',
  steam: 'Steam',
  motp: 'mOTP',
  yandex: 'Yandex',
};

const algorithms: Record<Otp['algorithm'], string> = {
  SHA1: 'SHA-1',
  SHA256: 'SHA-256',
  SHA512: 'SHA-512',
};

/** Returns the parameters of an account's codes as a list of short texts. */
export const parametersOf = (otp: Omit<Otp, 'secret' | 'pin'>): readonly string[] => [
  kinds[otp.kind],
  algorithms[otp.algorithm],
  plural('manage.account.digits', otp.digits),
  ...(otp.kind === 'hotp' ? [] : [plural('manage.account.seconds', otp.period)]),
];
