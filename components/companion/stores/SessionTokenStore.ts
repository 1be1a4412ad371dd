/** Where a browser keeps its session token between pages, as it would keep a cookie. */
export interface SessionTokenStore {
  /** Name of the pretend browser that it belongs to. */
  readonly name: string;
  readonly read: () => string | null;
  /** Stores the token; null removes it. */
  readonly write: (token: string | null) => void;
}

/** Creates a token store in the browser's own storage. Each pretend browser has its own, by name. */
export const createSessionTokenStore = (storage: Storage, name: string): SessionTokenStore => {
  const slot = `companion/session/${name}`;
  return {
    name,
    read: () => storage.getItem(slot),
    write: (token) => (token === null ? storage.removeItem(slot) : storage.setItem(slot, token)),
  };
};
