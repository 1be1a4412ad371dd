import { createGuardrails } from 'otplib';
import { generateSync } from 'otplib/functional';
import type { Otp } from './Otp';

/** otplib's own limits refuse most real secrets (10 bytes are the commonest); ours stand in makeOtp. */
const guardrails = createGuardrails({ MIN_SECRET_BYTES: 1, MAX_SECRET_BYTES: 1024 });

/** A code of RFC 4226 for a counter; leading zeros are kept. `digits` 1 to 10. */
export function hotp(otp: Pick<Otp, 'secret' | 'algorithm' | 'digits'>, counter: number): string {
  return generateSync({
    strategy: 'hotp',
    secret: otp.secret,
    counter,
    algorithm: algorithms[otp.algorithm],
    digits: otp.digits,
    guardrails,
  });
}

const algorithms = { SHA1: 'sha1', SHA256: 'sha256', SHA512: 'sha512' } as const;
