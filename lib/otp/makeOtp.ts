import { AppError } from '../errors';
import type { Otp, OtpKind } from './Otp';
import { checkYandexSecret } from './yandex';

type Given = { readonly [K in keyof Omit<Otp, 'secret'>]?: Otp[K] | undefined };

/** PINs by kind: 4 to 16 digits for Yandex; 1 to 64 characters without spaces for mOTP, usually 4 digits. */
const pins: Readonly<Partial<Record<OtpKind, RegExp>>> = {
  motp: /^[^\s]{1,64}$/,
  yandex: /^\d{4,16}$/,
};

/** Fields whose values the private schemes prescribe. */
const fixed: Readonly<Record<OtpKind, Partial<Otp>>> = {
  totp: {},
  hotp: {},
  steam: { algorithm: 'SHA1', digits: 5, period: 30 },
  motp: { algorithm: 'SHA1', digits: 6, period: 10 },
  yandex: { algorithm: 'SHA256', digits: 8, period: 30 },
};

const within = (value: number, low: number, high: number): boolean =>
  Number.isInteger(value) && value >= low && value <= high;

/**
 * Creates an Otp. Defaults: TOTP, SHA1, 6 digits, 30 seconds. Fields that the kind doesn't use get their
 * defaults, and the others are checked. Throws `otp/bad-secret`, `otp/bad-digits`, `otp/bad-period`,
 * `otp/bad-counter` or `otp/bad-pin`. An empty PIN is accepted, because QR codes don't contain the PIN (see
 * needsPin).
 */
export function makeOtp(given: Given & Pick<Otp, 'secret'>): Otp {
  const kind = given.kind ?? 'totp';
  const pin = pins[kind];
  const otp: Otp = {
    kind,
    secret: given.secret,
    algorithm: given.algorithm ?? 'SHA1',
    digits: given.digits ?? 6,
    period: kind === 'hotp' ? 30 : (given.period ?? 30),
    counter: kind === 'hotp' ? (given.counter ?? 0) : 0,
    pin: pin ? (given.pin ?? '') : '',
    ...fixed[kind],
  };
  if (!within(otp.secret.length, 1, 1024)) throw new AppError('otp/bad-secret');
  if (!within(otp.digits, 1, 10)) throw new AppError('otp/bad-digits');
  if (!within(otp.period, 1, 86_400)) throw new AppError('otp/bad-period');
  if (!within(otp.counter, 0, Number.MAX_SAFE_INTEGER)) throw new AppError('otp/bad-counter');
  if (otp.pin !== '' && !pin?.test(otp.pin)) throw new AppError('otp/bad-pin');
  if (kind === 'yandex') checkYandexSecret(otp.secret);
  return otp;
}

/** Whether the user must enter a PIN before codes can be computed. */
export const needsPin = (otp: Pick<Otp, 'kind' | 'pin'>): boolean =>
  otp.kind in pins && otp.pin === '';
