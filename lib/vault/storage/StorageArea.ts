/** What the vault needs of one of the browser's storage areas. Values are JSON. */
export interface StorageArea {
  /** The values under these keys, or all of them. */
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  /** All in one step. */
  set(values: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}
