import type { ImportRow } from '../../stores/ImportState';
import { number, t } from '../../ui';
import { parametersOf } from '../account/parametersOf';

/** How much of a note is shown. */
const noteLength = 80;

const isUsual = ({ kind, algorithm, digits, period }: ImportRow['account']['otp']): boolean =>
  kind === 'totp' && algorithm === 'SHA1' && digits === 6 && period === 30;

/** What a file says of an account beside its first name, each fact a text; never its secret. */
export function factsOf({ account, app }: ImportRow): readonly string[] {
  const { otp, tags = [], hosts = [], note = '' } = account;
  return [
    account.issuer && account.account,
    app,
    ...(isUsual(otp) ? [] : parametersOf(otp)),
    otp.kind === 'hotp' ? `${t('manage.add.counter')} ${number(otp.counter)}` : '',
    ...tags,
    ...hosts,
    note.length > noteLength ? `${note.slice(0, noteLength)}…` : note,
  ].filter((fact) => fact !== '');
}
