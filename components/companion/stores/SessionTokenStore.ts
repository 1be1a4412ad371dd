/** Stores a browser's session token between pages, like a cookie. */
export interface SessionTokenStore {
  /** The name of the simulated browser to which the store belongs. */
  readonly name: string;
  readonly read: () => string | null;
  /** Stores the token, or removes it with null. */
  readonly write: (token: string | null) => void;
}

/** Creates a token store in the browser's own storage. Each simulated browser has a store of its own, by name. */
export const createSessionTokenStore = (storage: Storage, name: string): SessionTokenStore => {
  const slot = `companion/session/${name}`;
  return {
    name,
    read: () => storage.getItem(slot),
    write: (token) => (token === null ? storage.removeItem(slot) : storage.setItem(slot, token)),
  };
};
