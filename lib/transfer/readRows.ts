import { AppError } from '../errors';
import type { ImportedAccount, Rows, UnreadableRow } from './ImportedAccount';

/**
 * Reads row by row, so that a bad one costs no good one. `read` answers null for a row that is no account
 * at all, and throws AppError for one that can't be read; `name` says which it was. An account may lack
 * the PIN that its codes need (see needsPin): files seldom hold it.
 */
export function readRows<Row>(
  rows: Iterable<Row>,
  read: (row: Row) => ImportedAccount | null,
  name: (row: Row) => string,
): Rows {
  const accounts: ImportedAccount[] = [];
  const unreadable: UnreadableRow[] = [];
  for (const row of rows) {
    try {
      const account = read(row);
      if (account) accounts.push(account);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      unreadable.push({ name: name(row), reason: error.code, facts: error.facts });
    }
  }
  return { accounts, unreadable };
}
