import { AppError } from '../errors';
import { hotp } from './hotp';
import { needsPin } from './makeOtp';
import { motp } from './motp';
import type { Otp, OtpKind } from './Otp';
import { steam } from './steam';
import { yandex } from './yandex';

/** Returns the time step (RFC 6238) at `now` (milliseconds since the Unix epoch). */
export const stepOf = (otp: Pick<Otp, 'period'>, now: number): number =>
  Math.floor(now / (otp.period * 1000));

/**
 * Returns the milliseconds until the next time step. At the start of a step, returns the whole period and never
 * 0.
 */
export const timeLeft = (otp: Pick<Otp, 'period'>, now: number): number =>
  (stepOf(otp, now) + 1) * otp.period * 1000 - now;

/** Returns the number of seconds that a countdown shows, from the period down to 1. */
export const secondsLeft = (otp: Pick<Otp, 'period'>, now: number): number =>
  Math.ceil(timeLeft(otp, now) / 1000);

/**
 * Returns the code at `now` (milliseconds since the Unix epoch). For HOTP, returns the code of the counter.
 * Throws `otp/bad-pin` if a PIN is missing.
 */
export const codeAt = (otp: Otp, now: number): string =>
  codeOf(otp, otp.kind === 'hotp' ? otp.counter : stepOf(otp, now));

/** Returns the code that follows the result of `codeAt`. */
export const nextCode = (otp: Otp, now: number): string =>
  codeOf(otp, (otp.kind === 'hotp' ? otp.counter : stepOf(otp, now)) + 1);

const schemes: Readonly<Record<OtpKind, (otp: Otp, step: number) => string>> = {
  totp: hotp,
  hotp,
  steam: (otp, step) => steam(otp.secret, step),
  motp: (otp, step) => motp(otp.secret, otp.pin, step),
  yandex: (otp, step) => yandex(otp.secret, otp.pin, step),
};

function codeOf(otp: Otp, step: number): string {
  if (needsPin(otp)) throw new AppError('otp/bad-pin');
  return schemes[otp.kind](otp, step);
}
