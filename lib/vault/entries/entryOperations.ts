import { toBase64url } from '../../crypto';
import { AppError } from '../../errors';
import type { EntryRepository } from './createEntryRepository';
import type { Entry, EntryDraft } from './Entry';
import { afterDurable } from './afterDurable';
import { withLabels, withoutLabels } from './labels';
import type { Vault } from '../Vault';
import type { VaultContext } from '../VaultContext';

type EntryOperations = Pick<
  Vault,
  'list' | 'get' | 'getMany' | 'add' | 'importEntries' | 'update' | 'reorder' | 'remove' | 'restore'
>;

/** Fields that record the use of codes. Use is local to this device, so backups and sync ignore it. */
const useFields = new Set(['usedAt', 'useCount']);

const defaults = { backupCodes: [], tags: [], note: '', pinned: false, hosts: [], icon: '' };

/**
 * Creates the vault's operations on entries. Every durable change notifies all pages. `noteUse` is called after a
 * change that only recorded a use.
 */
export function entryOperations(
  { deps: { random, clock }, announce }: VaultContext,
  repository: EntryRepository,
  noteUse: () => Promise<void>,
): EntryOperations {
  const changed = () => announce('changed');

  const write = (...parameters: Parameters<EntryRepository['write']>) =>
    afterDurable(repository.write(...parameters), changed);

  const append = (...parameters: Parameters<EntryRepository['append']>) =>
    afterDurable(repository.append(...parameters), changed);

  const fresh = (draft: EntryDraft, id: string, position: number): Entry => ({
    ...defaults,
    ...draft,
    id,
    position,
    createdAt: clock(),
    updatedAt: clock(),
    usedAt: null,
    useCount: 0,
    deletedAt: null,
  });

  const withOtp = (entry: Entry, otp = entry.otp): Entry => ({ ...entry, otp, updatedAt: clock() });

  const newIds = (of: readonly unknown[]) => of.map(() => toBase64url(random(16)));

  /** Returns a copy for the trash, so that a replaced secret can be restored. */
  const discarded = (entry: Entry, id: string): Entry => ({
    ...entry,
    id,
    sync: undefined,
    updatedAt: clock(),
    deletedAt: clock(),
  });

  const added = (drafts: readonly EntryDraft[], ids: readonly string[], last: number) =>
    drafts.map((draft, at) => fresh(draft, ids[at] ?? '', last + 1 + at));

  const mark = (ids: readonly string[], deletedAt: number | null) =>
    write(ids, (entry) => ({
      put: ids.map((id) => ({ ...entry(id), deletedAt })).filter((one) => one !== null),
    }));

  return {
    list: async () => (await repository.summaries()).filter(({ deletedAt }) => deletedAt === null),
    async get(id) {
      const [entry] = await repository.entries([id]);
      if (!entry) throw new AppError('vault/no-entry');
      return entry;
    },
    getMany: (ids) => repository.entries(ids),
    async add(drafts) {
      const ids = newIds(drafts);
      await append([], (last) => ({ put: added(drafts, ids, last) }));
      return ids;
    },
    async importEntries(drafts, replaced, labels = new Map()) {
      const ids = newIds(drafts);
      const replacedIds = [...replaced.keys()];
      const trashIds = newIds(replacedIds);
      const changedIds = [...new Set([...replacedIds, ...labels.keys()])];
      let before: readonly Entry[] = [];
      await append(changedIds, (last, entry) => {
        before = changedIds.map(entry);
        const others = before.map((one) =>
          withLabels(withOtp(one, replaced.get(one.id)), labels.get(one.id)),
        );
        const trash = replacedIds.map((id, at) => discarded(entry(id), trashIds[at] ?? ''));
        return { put: [...added(drafts, ids, last), ...others, ...trash] };
      });
      const undo = () =>
        write([...ids, ...changedIds], (entry) => ({
          put: [
            ...ids.map((id) => ({ ...entry(id), deletedAt: clock() })),
            ...before.map((one) => {
              const { otp } = replaced.has(one.id) ? one : entry(one.id);
              return withoutLabels(withOtp(entry(one.id), otp), one, labels.get(one.id));
            }),
          ],
          drop: trashIds,
        }));
      return { ids, undo };
    },
    async update(id, change) {
      let isUse = false;
      const writing = repository.write([id], (entry) => {
        const before = entry(id);
        const patch = change(before);
        isUse = Object.keys(patch).every((name) => useFields.has(name));
        const updatedAt = isUse ? before.updatedAt : clock();
        return { put: [{ ...before, ...patch, updatedAt }] };
      });
      await afterDurable(writing, async () => {
        if (isUse) await noteUse();
        changed();
      });
    },
    reorder: (ids) =>
      write(ids, (entry) => ({
        put: ids
          .map((id, position) => ({ ...entry(id), position }))
          .filter(({ id, position }) => position !== entry(id).position),
      })),
    remove: (ids) => mark(ids, clock()),
    restore: (ids) => mark(ids, null),
  };
}
