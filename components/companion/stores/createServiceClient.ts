import { hc } from 'hono/client';
import type { AppType } from '../../../lib/companion';
import type { Refusal, ServiceResult } from './ServiceResult';
import { readRefusal } from './readRefusal';

/** The routes of the service, with the service's own types. */
export type Api = ReturnType<typeof hc<AppType>>;

/** The response of one route. */
interface Reply<Value> {
  readonly ok: boolean;
  readonly json: () => Promise<Value>;
}

/** Sends one request to the service. Resolves with the value or the refusal, and never rejects. */
export type ServiceClient = <Value>(
  call: (api: Api) => Promise<Reply<Value>>,
) => Promise<ServiceResult<Value>>;

export interface ServiceClientDeps {
  readonly base: string;
  readonly fetch: typeof fetch;
  /** Headers of every request. */
  readonly headers?: Record<string, string>;
  /** Called with every refusal, before the caller gets it. */
  readonly onRefusal?: (refusal: Refusal) => void;
}

/** Creates a client for a `fetch` that sends the session token. */
export function createServiceClient(deps: ServiceClientDeps): ServiceClient {
  const { base, fetch, headers = {}, onRefusal } = deps;
  const api = hc<AppType>(base, { fetch, headers });
  const refused = (refusal: Refusal) => {
    onRefusal?.(refusal);
    return { ok: false, refusal } as const;
  };
  return async (call) => {
    try {
      const reply = await call(api);
      if (reply.ok) return { ok: true, value: await reply.json() };
      const body: unknown = await reply.json();
      return refused(readRefusal(body));
    } catch {
      return refused({ code: 'unreachable', facts: {} });
    }
  };
}

/** Returns the refusal of a result, for callers that don't need the value. */
export const refusalOf = (result: ServiceResult<unknown>): Refusal | null =>
  result.ok ? null : result.refusal;
