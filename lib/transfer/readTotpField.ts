import { makeOtp, parseOtpUri, readSecretKey, type OtpAccount } from '../otp';

/**
 * Reads the code field of a password manager, which holds a URI or a bare secret key. If the URI has no names,
 * the account gets the names of the login. Throws `otp/…`.
 */
export function readTotpField(
  value: string,
  login: Pick<OtpAccount, 'issuer' | 'account'>,
): OtpAccount {
  const uri = parseOtpUri(value);
  if (!uri) return { ...login, otp: makeOtp({ secret: readSecretKey(value) }) };
  // A steam:// address has no names of its own, only a default issuer.
  const named = uri.account !== '' || !/^steam:/i.test(value.trim());
  return {
    issuer: (named && uri.issuer) || login.issuer || uri.issuer,
    account: uri.account || login.account,
    otp: uri.otp,
  };
}
