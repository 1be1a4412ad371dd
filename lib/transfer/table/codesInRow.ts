import { AppError } from '../../errors';
import { encodeHex, findOtpUris, parseOtpUri, readSecretKey } from '../../otp';
import { isOtpUri } from '../readUris';
import { plainName, secretNames } from './columnNames';
import { type ColumnMapping, columnsOf, type Table } from './Table';

type Row = readonly string[];

/** A code in a row: its link or key, or the error if it can't be read together with the other codes. */
export interface CodeInRow {
  readonly row: Row;
  readonly value: string;
  readonly error: AppError | null;
}

const keyShape = /^(?=.*[2-7])[A-Z2-7 ]{16,}=*$/i;

/**
 * Returns the codes of a row. Links from any column take precedence over the key, if one of them has the same
 * secret or can't be parsed. A different key in another column for secrets is an error, because nothing says
 * which parameters are its own. Returns one empty code for a row without a code.
 */
export function codesInRow(table: Table, row: Row, mapping: ColumnMapping): CodeInRow[] {
  const cell = (at: number | undefined) => (at === undefined ? '' : (row[at]?.trim() ?? ''));
  const given = cell(mapping.secret);
  const others = columnsOf(table).flatMap((name, at) =>
    at !== mapping.secret && secretNames.includes(plainName(name)) ? [cell(at)] : [],
  );
  const places = isOtpUri(given) ? [given, ...others] : [given, ...row];
  const links = linksIn(places.filter((text, at) => at === 0 || isOtpUri(text)));
  const noted = given === '' && links.length === 0 ? linksIn([cell(mapping.note)]) : [];
  const secrets = new Set([...links, ...noted].map(secretOf));
  const isKey = given !== '' && linksIn([given]).length === 0;
  const isKnown = (key: string) => secrets.has(null) || secrets.has(secretOf(key));
  const own = isKey && !isKnown(given) ? [given] : [];
  for (const key of own) secrets.add(secretOf(key));
  const more = others.filter((text) => keyShape.test(text) && !isKnown(text));
  const codes = [...links, ...noted, ...own].map((value) => ({ row, value, error: null }));
  const errors = more.map((value) => ({ row, value, error: new AppError('format/key-in-text') }));
  const all = [...codes, ...errors];
  return all.length > 0 ? all : [{ row, value: '', error: null }];
}

const linksIn = (texts: Row): string[] => [
  ...new Set(
    texts.flatMap((text) => {
      const found = findOtpUris(text).map(({ uri }) => uri);
      return found.length === 0 && isOtpUri(text) ? [text] : found;
    }),
  ),
];

/** Returns the secret of a link or key, or null if it can't be read. */
function secretOf(code: string): string | null {
  try {
    return encodeHex(parseOtpUri(code)?.otp.secret ?? readSecretKey(code));
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
