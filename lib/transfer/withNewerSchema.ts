import { AppError } from '../errors';
import type { Rows } from './ImportedAccount';

interface Versions {
  /** What the file says; undefined if it says nothing. */
  readonly version: number | undefined;
  readonly known: number;
}

/**
 * Adds a warning if a file declares a newer version than its reader knows. Throws `format/too-new` if none
 * of its rows was valid.
 */
export function withNewerSchema(rows: Rows, { version, known }: Versions): Rows {
  if (version === undefined || !(version > known)) return rows;
  if (rows.accounts.length === 0) throw new AppError('format/too-new');
  const note = { code: 'newer-schema', facts: { version } } as const;
  return { ...rows, notes: [note, ...(rows.notes ?? [])] };
}
