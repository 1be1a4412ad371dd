/** One file of a store. */
export interface StoredFile {
  readonly name: string;
  /** Bytes, if the listing has them. */
  readonly size: number | null;
  /** Milliseconds since the Unix epoch by the store's clock, if the listing has them. */
  readonly modified: number | null;
}

/**
 * A folder of files, each with a single writer. Failures are `sync/…` errors; a failure proves nothing about
 * which files exist.
 */
export interface Transport {
  list(): Promise<readonly StoredFile[]>;
  /** Returns the bytes, or null if the file doesn't exist. */
  get(name: string): Promise<Uint8Array | null>;
  /** Writes a file under a name that was never used. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Returns the stored size in bytes, or null if the file doesn't exist. */
  size(name: string): Promise<number | null>;
  /** Removes a file. Does nothing if it doesn't exist. */
  remove(name: string): Promise<void>;
}
