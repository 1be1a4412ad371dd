import type { Entry, Vault } from '../../lib/vault';

/**
 * Returns a reader of single entries. Reads that are requested in the same microtask are batched. If a batch
 * fails, each entry is read separately, so that only the unreadable entries fail.
 */
export function batchReads(vault: Pick<Vault, 'get' | 'getMany'>): (id: string) => Promise<Entry> {
  let gathering: { ids: string[]; reading: Promise<readonly Entry[]> } | null = null;

  const gather = () => {
    const ids: string[] = [];
    const reading = Promise.resolve().then(() => {
      gathering = null;
      return vault.getMany(ids);
    });
    return { ids, reading };
  };

  return (id) => {
    gathering ??= gather();
    const place = gathering.ids.push(id) - 1;
    return gathering.reading.then(
      (entries) => entries[place] ?? vault.get(id),
      () => vault.get(id),
    );
  };
}
