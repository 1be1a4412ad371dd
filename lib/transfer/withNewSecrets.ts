import { encodeHex, type OtpAccount } from '../otp';

/** Returns the accounts of `others` whose secrets none of the given accounts has, each secret once. */
export function withNewSecrets(
  given: readonly OtpAccount[],
  others: readonly OtpAccount[],
): OtpAccount[] {
  const seen = new Set(given.map(({ otp }) => encodeHex(otp.secret)));
  return others.filter(({ otp }) => {
    const secret = encodeHex(otp.secret);
    const isNew = !seen.has(secret);
    seen.add(secret);
    return isNew;
  });
}
