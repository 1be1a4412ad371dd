import { toBase64url } from '../crypto';
import { AppError } from '../errors';
import type { Ledger, Writing } from './createLedger';
import type { Entry, EntryDraft } from './Entry';
import { onceDurable } from './onceDurable';
import type { Vault } from './Vault';
import type { VaultDeps } from './VaultDeps';

type EntryOperations = Pick<
  Vault,
  'list' | 'get' | 'getMany' | 'add' | 'update' | 'remove' | 'restore'
>;

const defaults = { backupCodes: [], tags: [], note: '', pinned: false, hosts: [], icon: '' };

const lastPosition = ({ list }: Writing) => list.at(-1)?.position ?? 0;

/** What the vault does with entries. `changed` is called after every durable change. */
export function entryOperations(
  { random, clock }: VaultDeps,
  ledger: Ledger,
  changed: () => void,
): EntryOperations {
  const write = (...parameters: Parameters<Ledger['write']>) =>
    onceDurable(ledger.write(...parameters), changed);

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

  const mark = (ids: readonly string[], deletedAt: number | null) =>
    write(ids, ({ entry }) => ({
      put: ids.map((id) => ({ ...entry(id), deletedAt })).filter((one) => one !== null),
    }));

  return {
    list: async () => (await ledger.summaries()).filter(({ deletedAt }) => deletedAt === null),
    async get(id) {
      const [entry] = await ledger.entries([id]);
      if (!entry) throw new AppError('vault/no-entry');
      return entry;
    },
    getMany: (ids) => ledger.entries(ids),
    async add(drafts) {
      const ids = drafts.map(() => toBase64url(random(16)));
      await write([], (now) => ({
        put: drafts.map((draft, at) => fresh(draft, ids[at] ?? '', lastPosition(now) + 1 + at)),
      }));
      return ids;
    },
    update: (id, change) =>
      write([id], ({ entry }) => {
        const before = entry(id);
        return { put: [{ ...before, ...change(before), updatedAt: clock() }] };
      }),
    remove: (ids) => mark(ids, clock()),
    restore: (ids) => mark(ids, null),
  };
}
