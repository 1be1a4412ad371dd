import type papaparse from 'papaparse';
import { secretNames, plainName } from './columnNames';
import { isOtpUri } from '../readUris';
import type { Table } from './Table';

/** Matches the lines above the header: Excel's `sep=` line, and comments. */
const preamble = /^(?:\s*(?:sep=[^\r\n]*|#[^\r\n]*)?(?:\r?\n|\r))+/i;
const key = /^(?=.*[A-Z2-7])[A-Z2-7]{16,}=*$/i;
const longest = 50_000;

/** Returns the text without the lines above the header. */
export const withoutPreamble = (text: string): string => text.replace(preamble, '');

/** Splits the first line at the separator that it contains, and removes quotes. */
export const firstCells = (text: string): string[] =>
  (withoutPreamble(text).split(/[\r\n]/, 1)[0] ?? '')
    .split(/[,;\t|]/)
    .map((cell) => cell.replaceAll('"', '').trim());

/** Parses CSV with any separator. Quoted cells may contain line breaks. */
export async function parseDelimited(text: string): Promise<Table> {
  const { default: papa } = await import('papaparse');
  const { data, errors } = parse(papa, withoutPreamble(text));
  const lines = data.slice(0, longest);
  const isCutOff = errors.some(({ code }) => code === 'MissingQuotes');
  return { lines, hasHeader: isHeader(lines[0] ?? []), ...(isCutOff && { isCutOff }) };
}

const parse = (papa: typeof papaparse, text: string): papaparse.ParseResult<string[]> => {
  const separator = /^sep=(.)/im.exec(text)?.[1];
  return papa.parse<string[]>(text, {
    skipEmptyLines: 'greedy',
    ...(separator && { delimiter: separator }),
  });
};

/** Whether the first line is a header. Names of columns aren't keys, links, addresses or numbers. */
const isHeader = (cells: readonly string[]): boolean =>
  cells.some((cell) => secretNames.includes(plainName(cell))) ||
  !cells.some((cell) => isOtpUri(cell) || key.test(cell.trim()) || /@.+\.|^\d+$/.test(cell));
