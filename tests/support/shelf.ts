import { AppError } from '../../../lib/errors';
import type { Entry, EntryDraft } from '../../../lib/vault';

/** A vault that only keeps what it is given, in order. */
export function shelf(drafts: readonly EntryDraft[] = []) {
  let entries: Entry[] = [];
  const added: number[] = [];
  const put = (draft: EntryDraft): string => {
    const id = `id ${entries.length}`;
    const entry: Entry = {
      backupCodes: [],
      tags: [],
      note: '',
      pinned: false,
      hosts: [],
      icon: '',
      ...draft,
      id,
      position: entries.length,
      createdAt: 0,
      updatedAt: 0,
      usedAt: null,
      useCount: 0,
      deletedAt: null,
    };
    entries.push(entry);
    return id;
  };
  for (const draft of drafts) put(draft);
  return {
    entries: () => entries,
    added,
    vault: {
      list: () =>
        Promise.resolve(
          entries.map((entry) => ({ ...entry, backupCodesLeft: 0, backupCodesTotal: 0 })),
        ),
      get: (id: string) => {
        const entry = entries.find((each) => each.id === id);
        return entry ? Promise.resolve(entry) : Promise.reject(new AppError('vault/no-entry'));
      },
      add: (given: readonly EntryDraft[]) => {
        added.push(given.length);
        return Promise.resolve(given.map(put));
      },
      remove: (ids: readonly string[]) => {
        entries = entries.filter(({ id }) => !ids.includes(id));
        return Promise.resolve();
      },
    },
  };
}
