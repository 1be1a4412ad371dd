import type { TableQuestion } from '../Format';
import type { Rows } from '../ImportedAccount';
import { guessMapping } from './guessMapping';
import { readTable } from './readTable';
import type { Table } from './Table';
import { withGuessedNames } from './withGuessedNames';
import { withGuessedSettings } from './withGuessedSettings';

/** Reads a table whose columns are known. For any other table, returns the question for the columns' roles. */
export function readOrAsk(table: Table): Rows | TableQuestion {
  const { mapping, certain } = guessMapping(table);
  if (certain) return readTable(table, mapping);
  return { table, guess: withGuessedNames(table, withGuessedSettings(table, mapping)) };
}
