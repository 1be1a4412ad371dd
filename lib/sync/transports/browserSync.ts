import { AppError } from '../../errors';
import { fromBase64url, toBase64url } from '../../crypto';
import type { Transport } from '../Transport';

/** The part of `storage.sync` that this transport uses. */
export interface SyncArea {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
  getBytesInUse(keys: string | string[] | null): Promise<number>;
}

/** The quotas of Chrome and Firefox in bytes: in total, and per item including its key. */
export const browserSyncQuota = { total: 102_400, item: 8192 };

/** Base64url of 6,000 bytes, with quotes and the longest key, fits one item's quota. */
const chunkLength = 6000;

const headKey = (name: string) => name;
const chunkKey = (name: string, at: number) => `${name}/${at}`;

const keysOf = (name: string, chunks: number) =>
  Array.from({ length: chunks }, (_, at) => chunkKey(name, at));

interface FileHead {
  readonly size: number;
  readonly chunks: number;
}

const isHead = (value: unknown): value is FileHead =>
  typeof value === 'object' &&
  value !== null &&
  'size' in value &&
  'chunks' in value &&
  Number.isSafeInteger(value.size) &&
  Number.isSafeInteger(value.chunks) &&
  Number(value.chunks) >= 0 &&
  Number(value.chunks) <= 512;

/**
 * Stores files in the storage of the browser's account, which syncs between browsers of one vendor. Only for
 * small vaults. A file is a head and its pieces. The head is written last. Throws `sync/quota` if a file doesn't
 * fit.
 */
export function browserSync(area: SyncArea): Transport {
  const headOf = async (name: string) => {
    const value = (await area.get(headKey(name)))[headKey(name)];
    return isHead(value) ? value : null;
  };

  return {
    async list() {
      const all = await area.get(null);
      return Object.entries(all).flatMap(([name, value]) =>
        isHead(value) ? [{ name, size: value.size, modified: null }] : [],
      );
    },
    async get(name) {
      const head = await headOf(name);
      if (!head) return null;
      const keys = keysOf(name, head.chunks);
      const found = await area.get(keys);
      const bytes = new Uint8Array(Math.min(head.size, browserSyncQuota.total));
      let at = 0;
      for (const key of keys) {
        const text = found[key];
        const chunk = typeof text === 'string' ? fromBase64url(text) : null;
        // A piece may arrive after its head. Until all pieces arrive, the file doesn't open.
        if (!chunk || at + chunk.length > bytes.length) return bytes.subarray(0, at);
        bytes.set(chunk, at);
        at += chunk.length;
      }
      return bytes.subarray(0, at);
    },
    async put(name, bytes) {
      const chunks = Math.ceil(bytes.length / chunkLength);
      const pieces = keysOf(name, chunks).map(
        (key, at) =>
          [key, toBase64url(bytes.subarray(at * chunkLength, (at + 1) * chunkLength))] as const,
      );
      const head: FileHead = { size: bytes.length, chunks };
      const needed = [...pieces, [headKey(name), head] as const].reduce(
        (sum, [key, value]) => sum + key.length + JSON.stringify(value).length,
        0,
      );
      if ((await area.getBytesInUse(null)) + needed > browserSyncQuota.total)
        throw new AppError('sync/quota');
      try {
        await area.set(Object.fromEntries(pieces));
        await area.set({ [headKey(name)]: head });
      } catch {
        await area.remove([headKey(name), ...pieces.map(([key]) => key)]).catch(() => undefined);
        throw new AppError('sync/quota');
      }
    },
    size: async (name) => (await headOf(name))?.size ?? null,
    async remove(name) {
      const head = await headOf(name);
      await area.remove([headKey(name), ...keysOf(name, head?.chunks ?? 0)]);
    },
  };
}
