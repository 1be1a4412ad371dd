import { AppError } from '../errors';
import type { Rows } from './ImportedAccount';

interface Versions {
  /** The version that the file declares, or undefined if it declares none. */
  readonly version: number | undefined;
  readonly known: number;
}

/**
 * Adds a note if a file declares a newer version than its reader knows. Throws `format/too-new` if no row of the
 * file was valid.
 */
export function withNewerSchema(rows: Rows, { version, known }: Versions): Rows {
  if (version === undefined || !(version > known)) return rows;
  if (rows.accounts.length === 0) throw new AppError('format/too-new');
  const note = { code: 'newer-schema', facts: { version } } as const;
  return { ...rows, notes: [note, ...(rows.notes ?? [])] };
}
