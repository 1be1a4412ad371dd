import type { OtpAccount } from '../otp';

/**
 * Distinguishes the codes of one item. If an account has only the names of its login, adds the name of the code's
 * field.
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
