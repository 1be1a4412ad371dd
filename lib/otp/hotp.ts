import { createGuardrails } from '@otplib/core';
import { generateSync } from '@otplib/hotp';
import { crypto } from '@otplib/plugin-crypto-noble';
import type { Otp } from './Otp';

/** otplib's own limits refuse most real secrets (10 bytes are the commonest); ours stand in makeOtp. */
const guardrails = createGuardrails({ MIN_SECRET_BYTES: 1, MAX_SECRET_BYTES: 1024 });

/** A code of RFC 4226 for a counter; leading zeros are kept. `digits` 1 to 10. */
export const hotp = (
  { secret, algorithm, digits }: Pick<Otp, 'secret' | 'algorithm' | 'digits'>,
  counter: number,
): string =>
  generateSync({ secret, counter, algorithm: algorithms[algorithm], digits, crypto, guardrails });

const algorithms = { SHA1: 'sha1', SHA256: 'sha256', SHA512: 'sha512' } as const;
