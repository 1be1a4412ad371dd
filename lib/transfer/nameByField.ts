import type { OtpAccount } from '../otp';

/**
 * Tells the codes of one item apart: an account that has only the names of its login gets the name of the field
 * that holds the code.
 */
export function nameByField<T extends OtpAccount>(
  account: T,
  login: Pick<OtpAccount, 'issuer' | 'account'>,
  field: string,
): T {
  const isOwn = account.issuer !== login.issuer || account.account !== login.account;
  if (isOwn || field === '' || field === account.account) return account;
  const name = account.account === '' ? field : `${account.account} (${field})`;
  return { ...account, account: name };
}
