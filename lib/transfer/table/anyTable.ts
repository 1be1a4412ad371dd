import { AppError } from '../../errors';
import type { Format } from '../Format';
import { firstCells, parseDelimited, withoutPreamble } from './parseDelimited';
import { readOrAsk } from './readOrAsk';
import { rowsOf, type Table } from './Table';

/** Matches a link, or base32, hexadecimal or base64 of a key's length. */
const keyLike =
  /^(?:[A-Z2-7\s-]{16,}=*|(?:[\da-f]{2}){10,}|[A-Za-z\d+/]{16,}={0,2}|\w+:\/\/.*secret=.*)$/i;

const mayHoldKeys = (table: Table): boolean =>
  rowsOf(table).some((row) => row.some((cell) => keyLike.test(cell.trim())));

/** A table with unknown columns. The user is asked for the columns' roles. */
export const anyTable: Format = {
  app: 'CSV',
  recognize: ({ text, json }) => {
    if (text === null || json !== undefined || /^\s*[<{]/.test(text)) return false;
    const [first = '', second = ''] = withoutPreamble(text).split(/[\r\n]+/, 2);
    const [width, next] = [firstCells(first).length, firstCells(second).length];
    return width >= 2 && width <= 200 && second !== '' && next >= width - 1;
  },
  read: async ({ text }) => {
    const table = await parseDelimited(text ?? '');
    if (!mayHoldKeys(table)) throw new AppError('format/unknown');
    return readOrAsk(table);
  },
};
