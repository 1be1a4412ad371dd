import { AppError } from '../errors';
import { cleanName } from '../otp';
import type { ImportedAccount, Rows, UnreadableRow } from './ImportedAccount';

/**
 * Reads each row on its own, so that a bad row doesn't affect the others. `read` returns null for a row
 * that isn't an account and throws AppError for an unreadable one, which `name` identifies. An account may
 * lack the PIN that its codes need (see needsPin), because files seldom contain it. All names are cleaned.
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
      if (account) accounts.push(withCleanNames(account));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      unreadable.push({ name: cleanName(name(row)), reason: error.code, facts: error.facts });
    }
  }
  return { accounts, unreadable };
}

const withCleanNames = (imported: ImportedAccount): ImportedAccount => ({
  ...imported,
  issuer: cleanName(imported.issuer),
  account: cleanName(imported.account),
});
