import { fromBase64url, toBase64url } from '../../crypto';
import type { StorageArea } from './StorageArea';
import type { Change, Snapshot, Store } from './Store';

/** The storage key of the head. */
export const headKey = 'vault.head';
const recordPrefix = 'vault.record.';

const headOf = (values: Record<string, unknown>): string | null => {
  const head = values[headKey];
  return head === undefined ? null : typeof head === 'string' ? head : '';
};

/**
 * Returns the records of a storage area. Unreadable bytes become an empty record, which counts as damaged and not
 * as missing.
 */
const recordsOf = (values: Record<string, unknown>): Map<string, Uint8Array> =>
  new Map(
    Object.entries(values)
      .filter(([key]) => key.startsWith(recordPrefix))
      .map(([key, value]) => [
        key.slice(recordPrefix.length),
        (typeof value === 'string' ? fromBase64url(value) : null) ?? new Uint8Array(),
      ]),
  );

/**
 * Creates a store in a storage area. The head and each record have their own key. A single `set` writes all
 * values of a change. The area has no transactions, so callers must hold the vault's lock.
 */
export function mirrorStore(area: StorageArea): Store {
  const head = async () => headOf(await area.get(headKey));
  const all = async (): Promise<Snapshot> => {
    const values = await area.get(null);
    return { head: headOf(values), records: recordsOf(values) };
  };
  const some = async (ids: readonly string[]): Promise<Snapshot> => {
    const values = await area.get([headKey, ...ids.map((id) => recordPrefix + id)]);
    return { head: headOf(values), records: recordsOf(values) };
  };

  const put = async ({ head: next, put: records, drop }: Change) => {
    const values = [...records].map(([id, bytes]) => [recordPrefix + id, toBase64url(bytes)]);
    await area.set({ ...Object.fromEntries(values), [headKey]: next });
    if (drop.length > 0) await area.remove(drop.map((id) => recordPrefix + id));
  };

  return {
    head,
    all,
    records: async (ids) => (await some(ids)).records,
    async change(wanted, step) {
      await put(step(await (wanted === 'all' ? all() : some(wanted))));
    },
    put,
    async replace(snapshot) {
      const values = [...snapshot.records].map(([id, bytes]) => [
        recordPrefix + id,
        toBase64url(bytes),
      ]);
      const next = {
        ...Object.fromEntries(values),
        ...(snapshot.head !== null && { [headKey]: snapshot.head }),
      };
      await area.set(next);
      const isOurs = (key: string) => key === headKey || key.startsWith(recordPrefix);
      const rest = Object.keys(await area.get(null)).filter((key) => isOurs(key) && !(key in next));
      await area.remove(rest);
    },
    close() {},
  };
}
