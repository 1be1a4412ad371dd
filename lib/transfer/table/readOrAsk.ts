import type { TableQuestion } from '../Format';
import type { Rows } from '../ImportedAccount';
import { guessMapping } from './guessMapping';
import { readTable } from './readTable';
import type { Table } from './Table';

/** Reads a table whose columns are known, and otherwise asks what they are. */
export function readOrAsk(table: Table): Rows | TableQuestion {
  const { mapping, certain } = guessMapping(table);
  return certain ? readTable(table, mapping) : { table, guess: mapping };
}
