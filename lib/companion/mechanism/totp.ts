import { codeAt, encodeBase32, formatOtpUri, makeOtp } from '../../otp';
import { policy } from '../policy';
import { timingSafeEqualText } from './timingSafeEqualText';

const { period, digits, drift } = policy.code;

/** The time step (RFC 6238) of a time in milliseconds. */
export const stepAt = (time: number): number => Math.floor(time / (period * 1000));

/** The code of a step, SHA1 with 6 digits. */
export const codeOfStep = (secret: Uint8Array, step: number): string =>
  codeAt(makeOtp({ secret, digits, period }), step * period * 1000);

/** The six ASCII digits of what was typed, spaces and hyphens left out; null for anything else. */
export function readCode(text: string): string | null {
  const code = text.replace(/[\s-]/g, '');
  return /^[0-9]{6}$/.test(code) ? code : null;
}

/**
 * The highest step near `time` (one each way: NIST SP 800-63B allows drift plus delay, RFC 6238 5.2 advises
 * one) that gives this code, or null. Whether it may be used is the caller's to say: only a step higher than
 * the last one passes, so that a code works once.
 */
export function matchingStep(secret: Uint8Array, code: string, time: number): number | null {
  const now = stepAt(time);
  let match: number | null = null;
  for (let step = now - drift; step <= now + drift; step++)
    if (timingSafeEqualText(codeOfStep(secret, step), code)) match = step;
  return match;
}

/** The key URI of an enrolment, as any common app reads it: SHA1, 6 digits, 30 seconds. */
export const enrolmentUri = (
  secret: Uint8Array,
  account: string,
  issuer: string = policy.service,
): string =>
  formatOtpUri({ issuer: issuer.replaceAll(':', ' '), account, otp: makeOtp({ secret }) });

/** The secret as people type it: base32 in groups of four. */
export const secretKey = (secret: Uint8Array): string =>
  encodeBase32(secret).replace(/(.{4})(?=.)/g, '$1 ');
