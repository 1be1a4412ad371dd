import { stored } from './stored';

/** The column numbers of an imported table, by the role of each column (see lib/transfer). */
export type StoredMapping = Readonly<Record<string, number>>;

/** Maximum number of stored mappings. */
const most = 50;

/** Returns the mapping that the user last chose for a table with these column names, or null. */
export const findColumnMapping = async (
  columns: readonly string[],
): Promise<StoredMapping | null> =>
  (await stored.columnMappings.read())?.[JSON.stringify(columns)] ?? null;

/** Stores the mapping for tables with these column names. Above the limit, deletes the oldest mapping. */
export async function saveColumnMapping(
  columns: readonly string[],
  mapping: StoredMapping,
): Promise<void> {
  const name = JSON.stringify(columns);
  const others = Object.entries((await stored.columnMappings.read()) ?? {}).filter(
    ([key]) => key !== name,
  );
  const kept = [...others, [name, { ...mapping }] as const].slice(-most);
  await stored.columnMappings.write(Object.fromEntries(kept));
}
