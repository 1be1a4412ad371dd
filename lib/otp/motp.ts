import { md5 } from '@noble/hashes/legacy.js';
import { encodeHex } from './hex';

/**
 * Computes a Mobile-OTP code (motp.sourceforge.net). The code is the first 6 hex digits of the MD5 of time step,
 * secret in hex, and PIN.
 */
export function motp(secret: Uint8Array, pin: string, step: number): string {
  const text = new TextEncoder().encode(`${step}${encodeHex(secret)}${pin}`);
  return encodeHex(md5(text)).slice(0, 6);
}
