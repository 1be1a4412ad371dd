// generateSync of otplib would also load its TOTP and base32, which we have ourselves. The popup loads less
// with only the part that computes the code.
import { generateSync } from '@otplib/hotp';
import { createGuardrails, NobleCryptoPlugin } from 'otplib';
import type { Otp } from './Otp';

/** otplib's default limits reject most real secrets (10 bytes are the most common). makeOtp checks ours. */
const guardrails = createGuardrails({ MIN_SECRET_BYTES: 1, MAX_SECRET_BYTES: 1024 });

const crypto = new NobleCryptoPlugin();

/** Computes the code of RFC 4226 for a counter, with leading zeros. `digits` is 1 to 10. */
export const hotp = (
  { secret, algorithm, digits }: Pick<Otp, 'secret' | 'algorithm' | 'digits'>,
  counter: number,
): string =>
  generateSync({ secret, counter, algorithm: algorithms[algorithm], digits, crypto, guardrails });

const algorithms = { SHA1: 'sha1', SHA256: 'sha256', SHA512: 'sha512' } as const;
