/** One file of a store. */
export interface StoredFile {
  readonly name: string;
  /** Size in bytes, or null if the listing doesn't tell. */
  readonly size: number | null;
  /**
   * Time of the last write by the store's clock, in milliseconds since the Unix epoch, or null if the listing
   * doesn't tell.
   */
  readonly modified: number | null;
}

/**
 * A folder of files, each with a single writer. Failures are `sync/…` errors. A failure doesn't prove that a file
 * exists or is missing.
 */
export interface Transport {
  list(): Promise<readonly StoredFile[]>;
  /** Returns a file's bytes, or null if the file doesn't exist. */
  get(name: string): Promise<Uint8Array | null>;
  /** Writes a file under a name that was never used. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Returns a file's stored size in bytes, or null if the file doesn't exist. */
  size(name: string): Promise<number | null>;
  /** Removes a file. Does nothing if the file doesn't exist. */
  remove(name: string): Promise<void>;
}
