import { t } from '../ui';

/** What an account is called where one name is enough. */
export const nameOf = ({
  issuer,
  account,
}: {
  readonly issuer: string;
  readonly account: string;
}) => issuer || account || t('scan.nameless');
