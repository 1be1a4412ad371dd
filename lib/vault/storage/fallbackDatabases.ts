import { trustedCast } from '../format/trustedCast';

/** Chromium's Storage Buckets, which TypeScript's types lack. */
interface Buckets {
  open(name: string, options: object): Promise<{ readonly indexedDB: IDBFactory }>;
  delete(name: string): Promise<void>;
}

const { storageBuckets } = trustedCast<{ storageBuckets?: Buckets }>(globalThis.navigator ?? {});

const name = 'tessera-spare';

/**
 * IndexedDB databases in separate files. They replace the default databases if the browser can't open the default
 * databases. Chromium can neither open nor delete its default databases once some of their files are missing.
 */
export interface SpareDatabases {
  /** Opens the fallback databases. Returns null if the browser has no Storage Buckets. */
  open(): Promise<IDBFactory | null>;
  /** Deletes the fallback databases. */
  drop(): Promise<void>;
}

/**
 * Fallback databases in Storage Buckets (https://wicg.github.io/storage-buckets/), which Chromium has since
 * version 122.
 */
export const fallbackDatabases: SpareDatabases = {
  open: async () => (await storageBuckets?.open(name, { durability: 'strict' }))?.indexedDB ?? null,
  drop: async () => storageBuckets?.delete(name),
};
