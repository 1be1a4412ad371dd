/** The part of a browser storage area that the vault uses. Values are JSON. */
export interface StorageArea {
  /** Returns the values of these keys, or all values if `keys` is null. */
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  /** Writes all values atomically. */
  set(values: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}
