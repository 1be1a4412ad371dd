import { AppError } from '../../errors';
import { findOtpUris } from '../../otp';
import { isOtpUri } from '../readUris';
import { secretOf } from '../secretOf';
import { plainName, secretNames } from './columnNames';
import { type ColumnMapping, columnsOf, type Table } from './Table';

type Row = readonly string[];

/** A row with one of its codes, which is a link or key, and the error if the code can't be read with the others. */
export type CodeInRow = readonly [row: Row, code: string, error: AppError | null];

const keyShape = /^(?=.*[2-7])[A-Z2-7 ]{16,}=*$/i;

/**
 * Returns the codes of a row. A link from any column takes precedence over a key with the same secret, and over
 * every key if the link has no readable secret. A different key in another column for secrets is an error, because nothing says
 * which parameters are its own. Returns one empty code for a row without a code.
 */
export function codesInRow(table: Table, row: Row, mapping: ColumnMapping): CodeInRow[] {
  const cell = (at: number | undefined) => (at === undefined ? '' : (row[at]?.trim() ?? ''));
  const given = cell(mapping.secret);
  const others = columnsOf(table).flatMap((name, at) =>
    at !== mapping.secret && secretNames.includes(plainName(name)) ? [cell(at)] : [],
  );
  const links = distinct(linksIn([given, ...row]));
  const secrets = new Set(links.map(secretOf));
  const isKey = given !== '' && linksIn([given]).length === 0;
  const isKnown = (key: string) => secrets.has(null) || secrets.has(secretOf(key));
  const own = isKey && !isKnown(given) ? [given] : [];
  for (const key of own) secrets.add(secretOf(key));
  const more = others.filter((text) => keyShape.test(text) && !isKnown(text));
  const codes = [...links, ...own].map((code): CodeInRow => [row, code, null]);
  const errors = more.map((code): CodeInRow => [row, code, new AppError('format/key-in-text')]);
  const all = [...codes, ...errors];
  return all.length > 0 ? all : [[row, '', null]];
}

/** Drops links whose secret an earlier link has. */
const distinct = (links: Row): string[] => {
  const secrets = links.map(secretOf);
  return links.filter(
    (_, at) => secrets[at] === null || secrets.indexOf(secrets[at] ?? null) === at,
  );
};

const linksIn = (texts: Row): string[] => [
  ...new Set(
    texts.flatMap((text) => {
      const found = findOtpUris(text).map(({ uri }) => uri);
      return found.length === 0 && isOtpUri(text) ? [text] : found;
    }),
  ),
];
