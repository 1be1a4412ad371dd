import { AppError } from '../errors';
import type { ImportedAccount, Rows, UnreadableRow } from './ImportedAccount';

/**
 * Reads each row on its own, so that a bad row doesn't affect the others. `read` returns null for a row
 * that isn't an account and throws AppError for an unreadable one, which `name` identifies. An account may
 * lack the PIN that its codes need (see needsPin), because files seldom contain it.
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
