import { t } from '../ui';

/** Returns the single name that identifies an account. */
export const nameOf = ({
  issuer,
  account,
}: {
  readonly issuer: string;
  readonly account: string;
}) => issuer || account || t('scan.nameless');
