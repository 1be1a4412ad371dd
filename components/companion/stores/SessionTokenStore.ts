/** Stores a browser's session token between pages, like a cookie. */
export interface SessionTokenStore {
  /** Name of the simulated browser that it belongs to. */
  readonly name: string;
  readonly read: () => string | null;
  /** Stores the token; null removes it. */
  readonly write: (token: string | null) => void;
}

/**
 * Creates a token store in the browser's own storage. Each simulated browser has its own, by name.
 */
export const createSessionTokenStore = (storage: Storage, name: string): SessionTokenStore => {
  const slot = `companion/session/${name}`;
  return {
    name,
    read: () => storage.getItem(slot),
    write: (token) => (token === null ? storage.removeItem(slot) : storage.setItem(slot, token)),
  };
};
