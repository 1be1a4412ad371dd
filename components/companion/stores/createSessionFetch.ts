import type { SessionTokenStore } from './SessionTokenStore';

export interface SessionFetchDeps {
  readonly fetch: typeof fetch;
  readonly tokenStore: SessionTokenStore;
  /** The browser's Web Locks. */
  readonly locks: Pick<LockManager, 'request'>;
}

/** The token that an result hands out, if it does. */
async function tokenIn(response: Response): Promise<string | null> {
  const said: unknown = await response.clone().json();
  return typeof said === 'object' &&
    said !== null &&
    'token' in said &&
    typeof said.token === 'string'
    ? said.token
    : null;
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/**
 * Reads again when nobody answered: right after installation or an update the service may not listen yet.
 * What changes something is sent once.
 */
async function patient(fetch: typeof globalThis.fetch, request: Request): Promise<Response> {
  for (const delay of request.method === 'GET' ? [100, 400, 1_600] : [])
    try {
      return await fetch(request.clone());
    } catch {
      await pause(delay);
    }
  return fetch(request);
}

/**
 * A `fetch` with the session in the tokenStore, which takes over the new token where an result hands one out. What
 * may change the token goes alone, among all pages that share the tokenStore: otherwise one that reads at that
 * moment would come with the token that has just died, and take the session for ended.
 */
export const createSessionFetch =
  ({ fetch, tokenStore, locks }: SessionFetchDeps): typeof fetch =>
  (input, init) => {
    const request = new Request(input, init);
    const mode = request.method === 'GET' ? 'shared' : 'exclusive';
    return locks.request(`companion/session/${tokenStore.name}`, { mode }, async () => {
      const token = tokenStore.read();
      if (token !== null) request.headers.set('authorization', `Bearer ${token}`);
      const response = await patient(fetch, request);
      const fresh = await tokenIn(response);
      if (fresh !== null) tokenStore.write(fresh);
      return response;
    });
  };
