/** One file of a store. */
export interface StoredFile {
  readonly name: string;
  /** Bytes, where the listing says so. */
  readonly size: number | null;
  /** Milliseconds since the Unix epoch by the store's clock, where it says so. */
  readonly modified: number | null;
}

/**
 * A folder of files, in which no file has two writers. Failures are `sync/…` errors; nothing may be concluded
 * from a failure about what is there.
 */
export interface Transport {
  list(): Promise<readonly StoredFile[]>;
  /** The bytes, or null where there is no such file. */
  get(name: string): Promise<Uint8Array | null>;
  /** Writes a file under a name that was never used. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** The size in bytes of what is stored, or null where there is no such file. */
  size(name: string): Promise<number | null>;
  /** Removes a file, or does nothing where there is none. */
  remove(name: string): Promise<void>;
}
