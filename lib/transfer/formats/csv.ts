import type { Format } from '../Format';
import { plainName, secretNames } from '../table/columnNames';
import { firstCells, parseDelimited } from '../table/parseDelimited';
import { isPairLine, readPairs } from '../table/readPairs';
import { readOrAsk } from '../table/readOrAsk';
import { withAppRules } from '../table/withAppRules';

/**
 * The CSV exports of password managers and authenticators: Bitwarden, Apple Passwords, LastPass, 1Password,
 * Dashlane, KeePassXC, Proton Pass, Zoho, Synology, MYKI, Enpass, Keeper and others. The header names the
 * columns.
 */
export const csv: Format = {
  app: 'CSV of a password manager',
  recognize: ({ text }) => {
    if (text === null) return false;
    const cells = firstCells(text);
    if (cells.length < 2 || cells.length > 200) return false;
    return cells.some((cell) => secretNames.includes(plainName(cell))) || isPairLine(cells);
  },
  read: async ({ text }) => {
    const table = await parseDelimited(text ?? '');
    const [header = [], ...rows] = table.lines;
    if (isPairLine(header)) return readPairs(table.lines);
    if (hasRepeatedNames(header)) return readPairs(rows);
    return readOrAsk(withAppRules(table));
  },
};

/** Whether a header is Enpass's: "Title", then "Field" and "Value" repeatedly. */
const hasRepeatedNames = (header: readonly string[]): boolean => {
  const [, field = '', value = '', ...others] = header.map(plainName);
  const isRepeated = others.every((name, at) => name === (at % 2 === 0 ? field : value));
  return others.length > 1 && field !== value && isRepeated;
};
