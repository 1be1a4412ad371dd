import { stored } from './stored';

/** Column numbers by role; see lib/transfer. */
export type StoredMapping = Readonly<Record<string, number>>;

/** Maximum number of remembered tables. */
const most = 50;

/** Returns the mapping that the user chose before for a table with these columns, or null. */
export const findColumnMapping = async (
  columns: readonly string[],
): Promise<StoredMapping | null> =>
  (await stored.columnMappings.read())?.[JSON.stringify(columns)] ?? null;

/**
 * Remembers the mapping of a table by the names of its columns. Drops the oldest above the limit.
 */
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
