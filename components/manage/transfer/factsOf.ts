import type { ImportRow } from '../../stores/ImportState';
import { number, t } from '../../ui';
import { parametersOf } from '../account/parametersOf';

/** Maximum length of the displayed note in characters. */
const noteLength = 80;

const isUsual = ({ kind, algorithm, digits, period }: ImportRow['account']['otp']): boolean =>
  kind === 'totp' && algorithm === 'SHA1' && digits === 6 && period === 30;

/** Returns short facts about an account, including its app if `withApp`. Never includes the secret. */
export function factsOf({ account, app }: ImportRow, withApp: boolean): readonly string[] {
  const { otp, tags = [], hosts = [], note = '' } = account;
  return [
    account.issuer && account.account,
    withApp ? app : '',
    ...(isUsual(otp) ? [] : parametersOf(otp)),
    otp.kind === 'hotp' ? `${t('manage.add.counter')} ${number(otp.counter)}` : '',
    ...tags,
    ...hosts,
    note.length > noteLength ? `${note.slice(0, noteLength)}…` : note,
  ].filter((fact) => fact !== '');
}
