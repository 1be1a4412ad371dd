/** A table of rows and columns, from CSV or from a JSON list of flattened objects. */
export interface Table {
  /** All lines, including the header if there is one. */
  readonly lines: readonly (readonly string[])[];
  /** Whether the first line names the columns. */
  readonly hasHeader: boolean;
  /** Whether a quoted cell has no end, so that its text may contain further rows. */
  readonly isCutOff?: boolean;
}

/** The possible roles of a column. */
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

/** The column index of each role, from 0. Roles that no column has are missing. */
export type ColumnMapping = Readonly<Partial<Record<ColumnRole, number>>>;

/** Returns the names of the columns, or empty names if the table has no header. */
export const columnsOf = ({ lines, hasHeader }: Table): readonly string[] => {
  const first = lines[0] ?? [];
  const width = Math.max(0, ...lines.slice(0, 50).map((line) => line.length));
  return Array.from({ length: width }, (_, at) => (hasHeader ? (first[at]?.trim() ?? '') : ''));
};

export const rowsOf = ({ lines, hasHeader }: Table): readonly (readonly string[])[] =>
  hasHeader ? lines.slice(1) : lines;
