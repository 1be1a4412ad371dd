// Imports from @otplib/hotp, because generateSync of otplib also loads TOTP and base32 code, which would make the
// popup larger.
import { generateSync } from '@otplib/hotp';
import { createGuardrails, NobleCryptoPlugin } from 'otplib';
import type { Otp } from './Otp';

/**
 * Limits for otplib, whose default limits reject most real secrets (10 bytes are the most common length). makeOtp
 * checks the real limits.
 */
const guardrails = createGuardrails({ MIN_SECRET_BYTES: 1, MAX_SECRET_BYTES: 1024 });

const crypto = new NobleCryptoPlugin();

/** Computes the HOTP code (RFC 4226) of a counter, with leading zeros. `digits` is 1 to 10. */
export const hotp = (
  { secret, algorithm, digits }: Pick<Otp, 'secret' | 'algorithm' | 'digits'>,
  counter: number,
): string =>
  generateSync({ secret, counter, algorithm: algorithms[algorithm], digits, crypto, guardrails });

const algorithms = { SHA1: 'sha1', SHA256: 'sha256', SHA512: 'sha512' } as const;
