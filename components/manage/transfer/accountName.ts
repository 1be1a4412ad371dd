import { t } from '../../ui';

/** What an account is called where one name is enough. */
export const accountName = (named: { readonly issuer: string; readonly account: string }): string =>
  named.issuer || named.account || t('transfer.nameless');
