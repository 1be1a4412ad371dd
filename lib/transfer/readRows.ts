import { AppError } from '../errors';
import { cleanName } from '../otp';
import type { ImportedAccount, ImportNote, Rows, UnreadableRow } from './ImportedAccount';

/**
 * Reads each row on its own, so that a bad row doesn't affect the others. `read` returns null for an item without
 * a code, such as a login, and throws an AppError for an unreadable item, which `name` identifies for the user.
 * An account may lack the PIN that its codes need (see `needsPin`), because files seldom contain the PIN. All
 * names are cleaned.
 */
export function readRows<Row>(
  rows: Iterable<Row>,
  read: (row: Row) => ImportedAccount | null,
  name: (row: Row) => string,
): Rows {
  const accounts: ImportedAccount[] = [];
  const unreadable: UnreadableRow[] = [];
  let withoutCode = 0;
  const trashed: string[] = [];
  for (const row of rows) {
    try {
      const account = read(row);
      if (account) accounts.push(withCleanNames(account));
      else withoutCode++;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { code: reason, facts } = error;
      if (reason === 'format/in-trash') trashed.push(cleanName(name(row)));
      else unreadable.push({ name: cleanName(name(row)), reason, facts });
    }
  }
  const notes: ImportNote[] = [
    { code: 'items-without-code', facts: { count: withoutCode } },
    { code: 'in-trash', facts: { count: trashed.length, names: trashed.slice(0, 12).join(', ') } },
  ];
  const told = notes.filter(({ facts }) => facts['count'] !== 0);
  return { accounts, unreadable, ...(told.length > 0 && { notes: told }) };
}

const withCleanNames = (imported: ImportedAccount): ImportedAccount => ({
  ...imported,
  issuer: cleanName(imported.issuer),
  account: cleanName(imported.account),
});
