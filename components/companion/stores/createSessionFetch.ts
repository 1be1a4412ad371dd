import type { SessionTokenStore } from './SessionTokenStore';

export interface SessionFetchDeps {
  readonly fetch: typeof fetch;
  readonly tokenStore: SessionTokenStore;
  /**
   * The random id of the browser profile. The service recognizes by this id from which browsers an account has
   * signed in.
   */
  readonly clientId: string;
  /** The browser's Web Locks. */
  readonly locks: Pick<LockManager, 'request'>;
}

/** Returns the new token in a response, or null if the response has none. */
async function tokenIn(response: Response): Promise<string | null> {
  const body: unknown = await response.clone().json();
  return typeof body === 'object' &&
    body !== null &&
    'token' in body &&
    typeof body.token === 'string'
    ? body.token
    : null;
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/**
 * Retries a read up to three times if nothing responds, because the service may not listen yet right after an
 * installation or update. A request that changes something is sent only once.
 */
async function fetchWithRetries(
  fetch: typeof globalThis.fetch,
  request: Request,
): Promise<Response> {
  for (const delay of request.method === 'GET' ? [100, 400, 1_600] : [])
    try {
      return await fetch(request.clone());
    } catch {
      await pause(delay);
    }
  return fetch(request);
}

/**
 * Returns a `fetch` that sends the stored session token and stores a new token from a response. A request that
 * may change the token runs alone among all pages that share the store. Otherwise, a concurrent read would send
 * the replaced token and conclude that the session has ended.
 */
export const createSessionFetch =
  ({ fetch, tokenStore, clientId, locks }: SessionFetchDeps): typeof fetch =>
  (input, init) => {
    const request = new Request(input, init);
    const mode = request.method === 'GET' ? 'shared' : 'exclusive';
    return locks.request(`companion/session/${tokenStore.name}`, { mode }, async () => {
      request.headers.set('x-client-id', clientId);
      const token = tokenStore.read();
      if (token !== null) request.headers.set('authorization', `Bearer ${token}`);
      const response = await fetchWithRetries(fetch, request);
      const fresh = await tokenIn(response);
      if (fresh !== null) tokenStore.write(fresh);
      return response;
    });
  };
