import { trustedCast } from '../format/trustedCast';

/** Storage Buckets as Chromium has them; the types of the platform don't know them yet. */
interface Buckets {
  open(name: string, options: object): Promise<{ readonly indexedDB: IDBFactory }>;
  delete(name: string): Promise<void>;
}

const { storageBuckets } = trustedCast<{ storageBuckets?: Buckets }>(globalThis.navigator ?? {});

const name = 'tessera-spare';

/**
 * Databases in files of their own, for when the browser can't open the usual ones any more. Chromium can't once
 * some of their files are gone, and can't delete them then either. Null where the browser has no such thing.
 */
export interface SpareDatabases {
  open(): Promise<IDBFactory | null>;
  /** Lets go of what is there. */
  drop(): Promise<void>;
}

/** Storage Buckets (https://wicg.github.io/storage-buckets/): Chromium from 122. */
export const fallbackDatabases: SpareDatabases = {
  open: async () => (await storageBuckets?.open(name, { durability: 'strict' }))?.indexedDB ?? null,
  drop: async () => storageBuckets?.delete(name),
};
