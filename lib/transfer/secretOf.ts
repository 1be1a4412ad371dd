import { encodeHex, parseOtpUri, readSecretKey, splitOtpUri } from '../otp';

/**
 * Returns the secret of a link or key in hexadecimal, to recognize a code that stands in two places. Returns it
 * even if another part of the link is unreadable, and null if there is no readable secret.
 */
export function secretOf(code: string): string | null {
  const parts = splitOtpUri(code);
  try {
    const parsed = parts && parseOtpUri(code);
    if (parsed) return encodeHex(parsed.otp.secret);
  } catch {
    // The link's secret may be readable nevertheless.
  }
  try {
    return encodeHex(readSecretKey(parts ? (parts.params.get('secret') ?? '') : code));
  } catch {
    return null;
  }
}
