import { hostsOf } from '../hostsOf';
import type { Rows } from '../ImportedAccount';
import { readRows } from '../readRows';
import { readTotpField } from '../readTotpField';
import { isOtpUri } from '../readUris';
import { toImported } from '../toImported';
import { accountNames, plainName, secretNames } from './columnNames';

const keeperField = /^\$?(?:TFC:Keeper|oneTimeCode(?::.*)?)$/i;
const key = /^(?=.*[A-Z2-7])[A-Z2-7 ]{16,}=*$/i;

const isSecretName = (cell: string): boolean =>
  keeperField.test(cell) || secretNames.includes(plainName(cell));

/** Whether a line has the name of a code field next to a link or key. */
export const isPairLine = (line: readonly string[]): boolean =>
  line.some((cell, at) => isSecretName(cell) && isValue(line[at + 1] ?? ''));

const isValue = (text: string): boolean => isOtpUri(text) || key.test(text.trim());

/**
 * Reads the CSV of Enpass and Keeper. After the first cells, their lines have pairs of a field's name and value
 * instead of columns. https://github.com/bitwarden/clients (enpass-csv-importer, keeper-csv-importer)
 */
export function readPairs(lines: readonly (readonly string[])[]): Rows {
  const codes = lines.flatMap((line) => {
    const places = line.flatMap((cell, at) => (isSecretName(cell) && line[at + 1] ? [at] : []));
    return places.length > 0 ? places.map((at) => ({ line, at })) : [{ line, at: -1 }];
  });
  return readRows(
    codes,
    ({ line, at }) => {
      const value = line[at + 1]?.trim() ?? '';
      if (at < 0) return null;
      const login = isKeeper(line) ? keeperLogin(line) : enpassLogin(line);
      return toImported(readTotpField(value, login), login);
    },
    ({ line }) => (isKeeper(line) ? keeperLogin(line) : enpassLogin(line)).issuer,
  );
}

const isKeeper = (line: readonly string[]): boolean => line.some((cell) => keeperField.test(cell));

/** Reads a line of Keeper: folder, title, login, password, address, notes, shared folder, then the pairs. */
function keeperLogin([
  folder = '',
  issuer = '',
  account = '',
  ,
  url = '',
  note = '',
]: readonly string[]) {
  const tags = folder ? [folder] : [];
  return { issuer, account, note, tags, hosts: hostsOf([url]) };
}

/** Reads a line of Enpass: the title, then the pairs. A star marks hidden fields. */
function enpassLogin(line: readonly string[]) {
  const valueOf = (names: readonly string[]): string => {
    const at = line.findIndex((cell, place) => place % 2 === 1 && names.includes(plainName(cell)));
    return at < 0 ? '' : (line[at + 1] ?? '');
  };
  const account = accountNames.map((name) => valueOf([name])).find(Boolean) ?? '';
  const hosts = hostsOf([valueOf(['url', 'website'])]);
  return { issuer: line[0] ?? '', account, hosts };
}
