import { stored } from './stored';

/** Column numbers by role; see lib/transfer. */
export type StoredMapping = Readonly<Record<string, number>>;

/** Tables that are remembered. */
const most = 50;

/** Returns what the user said of a table with these columns before; null if there was none. */
export const findColumnMapping = async (
  columns: readonly string[],
): Promise<StoredMapping | null> =>
  (await stored.columnMappings.read())?.[JSON.stringify(columns)] ?? null;

/** Remembers the mapping of a table by the names of its columns, and forgets the oldest of many. */
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
