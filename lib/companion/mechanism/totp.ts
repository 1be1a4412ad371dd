import { codeAt, encodeBase32, formatOtpUri, makeOtp } from '../../otp';
import { policy } from '../policy';
import { timingSafeEqualText } from './timingSafeEqualText';

const { period, digits, drift } = policy.code;

/** Returns the time step (RFC 6238) of a time in milliseconds. */
export const stepAt = (time: number): number => Math.floor(time / (period * 1000));

/** Returns the code of a time step (SHA1, 6 digits). */
export const codeOfStep = (secret: Uint8Array, step: number): string =>
  codeAt(makeOtp({ secret, digits, period }), step * period * 1000);

/** Returns a typed code without its spaces and hyphens. Returns null if the rest isn't six ASCII digits. */
export function readCode(text: string): string | null {
  const code = text.replace(/[\s-]/g, '');
  return /^[0-9]{6}$/.test(code) ? code : null;
}

/**
 * Returns the highest time step near `time` (in milliseconds) that has this code, or null. Checks one step in
 * each direction. NIST SP 800-63B allows drift plus delay, and RFC 6238 5.2 recommends one step. The caller must
 * accept only a step above the last accepted step, so that a code works once.
 */
export function matchingStep(secret: Uint8Array, code: string, time: number): number | null {
  const now = stepAt(time);
  let match: number | null = null;
  for (let step = now - drift; step <= now + drift; step++)
    if (timingSafeEqualText(codeOfStep(secret, step), code)) match = step;
  return match;
}

/** Returns the key URI of an enrollment with the defaults that every app supports: SHA1, 6 digits, 30 seconds. */
export const enrolmentUri = (
  secret: Uint8Array,
  account: string,
  issuer: string = policy.service,
): string =>
  formatOtpUri({ issuer: issuer.replaceAll(':', ' '), account, otp: makeOtp({ secret }) });

/** Formats a secret for typing, as base32 in groups of four letters. */
export const secretKey = (secret: Uint8Array): string =>
  encodeBase32(secret).replace(/(.{4})(?=.)/g, '$1 ');
