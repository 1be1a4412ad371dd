import { codeAt, encodeBase32, formatOtpUri, makeOtp } from '../../otp';
import { policy } from '../policy';
import { timingSafeEqualText } from './timingSafeEqualText';

const { period, digits, drift } = policy.code;

/** Returns the time step (RFC 6238) of a time in milliseconds. */
export const stepAt = (time: number): number => Math.floor(time / (period * 1000));

/** Returns the code of a step, SHA1 with 6 digits. */
export const codeOfStep = (secret: Uint8Array, step: number): string =>
  codeAt(makeOtp({ secret, digits, period }), step * period * 1000);

/** Returns the six ASCII digits of the input without spaces and hyphens, or null for anything else. */
export function readCode(text: string): string | null {
  const code = text.replace(/[\s-]/g, '');
  return /^[0-9]{6}$/.test(code) ? code : null;
}

/**
 * Returns the highest step near `time` with this code, or null. Checks one step each way: NIST SP 800-63B
 * allows drift plus delay, RFC 6238 5.2 advises one. The caller must accept only a step above the last one,
 * so that a code works once.
 */
export function matchingStep(secret: Uint8Array, code: string, time: number): number | null {
  const now = stepAt(time);
  let match: number | null = null;
  for (let step = now - drift; step <= now + drift; step++)
    if (timingSafeEqualText(codeOfStep(secret, step), code)) match = step;
  return match;
}

/** Returns the key URI of an enrollment, as any common app reads it: SHA1, 6 digits, 30 seconds. */
export const enrolmentUri = (
  secret: Uint8Array,
  account: string,
  issuer: string = policy.service,
): string =>
  formatOtpUri({ issuer: issuer.replaceAll(':', ' '), account, otp: makeOtp({ secret }) });

/** Formats the secret for typing: base32 in groups of four. */
export const secretKey = (secret: Uint8Array): string =>
  encodeBase32(secret).replace(/(.{4})(?=.)/g, '$1 ');
