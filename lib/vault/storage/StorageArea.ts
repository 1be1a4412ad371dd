/** The part of a browser storage area that the vault uses. Values are JSON. */
export interface StorageArea {
  /** Returns the values under these keys, or all values. */
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  /** Writes all of them atomically. */
  set(values: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}
