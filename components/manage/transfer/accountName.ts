import { t } from '../../ui';

/** Returns the single name that identifies an account. */
export const accountName = (named: { readonly issuer: string; readonly account: string }): string =>
  named.issuer || named.account || t('transfer.nameless');
