import { makeOtp, parseOtpUri, readSecretKey, type OtpAccount } from '../otp';

/**
 * What password managers keep in a field for codes: a URI or a bare secret key. The login's own names
 * stand in where the URI says none. Throws `otp/…`.
 */
export function readTotpField(
  value: string,
  login: Pick<OtpAccount, 'issuer' | 'account'>,
): OtpAccount {
  const uri = parseOtpUri(value);
  if (!uri) return { ...login, otp: makeOtp({ secret: readSecretKey(value) }) };
  // A steam:// address names nobody.
  const named = uri.account !== '' || !/^steam:/i.test(value.trim());
  return {
    issuer: (named && uri.issuer) || login.issuer || uri.issuer,
    account: uri.account || login.account,
    otp: uri.otp,
  };
}
