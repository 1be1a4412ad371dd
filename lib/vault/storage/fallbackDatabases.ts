import { trustedCast } from '../format/trustedCast';

/** Storage Buckets as implemented in Chromium; TypeScript's types lack them. */
interface Buckets {
  open(name: string, options: object): Promise<{ readonly indexedDB: IDBFactory }>;
  delete(name: string): Promise<void>;
}

const { storageBuckets } = trustedCast<{ storageBuckets?: Buckets }>(globalThis.navigator ?? {});

const name = 'tessera-spare';

/**
 * Databases in separate files, for when the browser can't open the usual ones. Chromium can neither open nor delete the
 * usual ones once some of their files are missing.
 */
export interface SpareDatabases {
  /** Opens the fallback databases. Returns null if the browser has no Storage Buckets. */
  open(): Promise<IDBFactory | null>;
  /** Deletes the fallback databases. */
  drop(): Promise<void>;
}

/** Storage Buckets (https://wicg.github.io/storage-buckets/): Chromium from 122. */
export const fallbackDatabases: SpareDatabases = {
  open: async () => (await storageBuckets?.open(name, { durability: 'strict' }))?.indexedDB ?? null,
  drop: async () => storageBuckets?.delete(name),
};
