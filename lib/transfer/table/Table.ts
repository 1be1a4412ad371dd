/** A file of rows and columns: CSV, or a JSON list whose objects were flattened. */
export interface Table {
  /** All lines, the header among them if there is one. */
  readonly lines: readonly (readonly string[])[];
  /** Whether the first line names the columns. */
  readonly hasHeader: boolean;
}

/** What a column of a table is used for. */
export const columnRoles = [
  'secret',
  'issuer',
  'account',
  'type',
  'algorithm',
  'digits',
  'period',
  'counter',
  'encoding',
  'pin',
  'url',
  'note',
  'folder',
  'favorite',
] as const;

export type ColumnRole = (typeof columnRoles)[number];

/** The column of each role, by its place from 0. A role without a column isn't in the file. */
export type ColumnMapping = Readonly<Partial<Record<ColumnRole, number>>>;

/** The names of the columns; empty where the table has no header. */
export const columnsOf = ({ lines, hasHeader }: Table): readonly string[] => {
  const first = lines[0] ?? [];
  const width = Math.max(0, ...lines.slice(0, 50).map((line) => line.length));
  return Array.from({ length: width }, (_, at) => (hasHeader ? (first[at]?.trim() ?? '') : ''));
};

export const rowsOf = ({ lines, hasHeader }: Table): readonly (readonly string[])[] =>
  hasHeader ? lines.slice(1) : lines;
