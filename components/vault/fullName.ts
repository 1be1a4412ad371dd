import type { OtpAccount } from '../../lib/otp';

/** Returns the site and the account name. */
export const fullName = ({ issuer, account }: Pick<OtpAccount, 'issuer' | 'account'>): string =>
  [issuer, account].filter(Boolean).join(' · ');
