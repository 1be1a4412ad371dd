import type { Format } from '../Format';
import { hostsOf } from '../hostsOf';
import type { ImportedAccount } from '../ImportedAccount';
import { makeOtp, type OtpAccount } from '../../otp';
import { number } from '../fields';
import { isOtpUri } from '../readUris';
import { readRows } from '../readRows';
import { readTotpField } from '../readTotpField';
import { toImported } from '../toImported';

/** What the columns are called, in the order of preference. */
const columns = {
  otp: /^(?:otp ?url|otp ?auth|(?:login_)?totp|2fa|otp ?secret|one.?time.*|otp|secret)$/,
  name: /^(?:name|title|issuer|service)$/,
  account: /^(?:login_username|username|user|login|email|account)$/,
  url: /^(?:login_uri|url|website|uri)$/,
  notes: /^(?:notes?|extra|comments?)$/,
  folder: /^(?:folder|group|grouping|category)$/,
  favorite: /^(?:favorite|fav)$/,
} as const;

/**
 * The CSV of any password manager that has a column for codes: Bitwarden, Apple Passwords, LastPass,
 * 1Password, Dashlane, KeePassXC, Proton Pass. What the columns mean is read from the header.
 */
export const csv: Format = {
  app: 'CSV of a password manager',
  recognize: ({ text }) => {
    const header = (text ?? '').split(/[\r\n]/, 1)[0] ?? '';
    const names = header.split(/[,;\t]/).map(plain);
    return names.length > 1 && names.length < 200 && names.some((name) => columns.otp.test(name));
  },
  read: async ({ text }) => {
    const { default: papa } = await import('papaparse');
    const { data } = papa.parse<string[]>(text ?? '', { skipEmptyLines: 'greedy' });
    const [header = [], ...rows] = data;
    const names = header.map(plain);
    const cells = (row: readonly string[], column: keyof typeof columns): string[] =>
      names
        .flatMap((name, at) => (columns[column].test(name) ? [row[at]?.trim() ?? ''] : []))
        .filter((value) => value !== '');
    const cell = (row: readonly string[], column: keyof typeof columns): string =>
      cells(row, column)[0] ?? '';
    const read = (row: string[]): ImportedAccount | null => {
      // A URI says more than a bare secret beside it.
      const otp = cells(row, 'otp').find(isOtpUri) ?? row.find(isOtpUri) ?? cells(row, 'otp')[0];
      if (otp === undefined) return null;
      const title = cell(row, 'name');
      const account = readTotpField(otp, { issuer: title, account: cell(row, 'account') });
      return toImported(
        // KeePassXC names an account without a user "none".
        account.account === 'none' ? { ...account, account: '' } : withExtras(account, row, header),
        {
          tags: [cell(row, 'folder')].filter((tag) => tag !== ''),
          note: cell(row, 'notes'),
          pinned: /^(?:1|true|yes)$/i.test(cell(row, 'favorite')),
          hosts: hostsOf([cell(row, 'url')]),
        },
      );
    };
    return readRows(rows, read, (row) => cell(row, 'name') || cell(row, 'account'));
  },
};

const plain = (name: string): string =>
  name
    .replace(/^\uFEFF/, '')
    .replaceAll('"', '')
    .trim()
    .toLowerCase();

/** Bitwarden Authenticator's rows have three more columns than its header: issuer, period and digits. */
function withExtras(
  account: OtpAccount,
  row: readonly string[],
  header: readonly string[],
): OtpAccount {
  const [issuer = '', period, digits] = row.slice(header.length);
  if (row.length !== header.length + 3 || account.otp.kind !== 'totp') return account;
  const otp = makeOtp({
    ...account.otp,
    period: number(period) ?? account.otp.period,
    digits: number(digits) ?? account.otp.digits,
  });
  return { ...account, issuer: issuer || account.issuer, otp };
}
