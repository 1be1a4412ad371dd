import type { Entry, Vault } from '../../lib/vault';

/**
 * Answers a reader of single entries that reads all that one moment asks for in one go. Where one of them
 * can't be read, each is read alone, so that the others are there all the same.
 */
export function batchReads(vault: Pick<Vault, 'get' | 'getMany'>): (id: string) => Promise<Entry> {
  let gathering: { ids: string[]; answer: Promise<readonly Entry[]> } | null = null;

  const gather = () => {
    const ids: string[] = [];
    const answer = Promise.resolve().then(() => {
      gathering = null;
      return vault.getMany(ids);
    });
    return { ids, answer };
  };

  return (id) => {
    gathering ??= gather();
    const place = gathering.ids.push(id) - 1;
    return gathering.answer.then(
      (entries) => entries[place] ?? vault.get(id),
      () => vault.get(id),
    );
  };
}
