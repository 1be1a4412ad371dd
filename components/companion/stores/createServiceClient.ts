import { hc } from 'hono/client';
import type { AppType } from '../../../lib/companion';
import type { Refusal, ServiceResult } from './ServiceResult';
import { readRefusal } from './readRefusal';

/** The service's routes, with the service's own types. */
export type Api = ReturnType<typeof hc<AppType>>;

/** What a route of the client resolves to. */
interface Reply<Value> {
  readonly ok: boolean;
  readonly json: () => Promise<Value>;
}

/** Sends one request to the service. Resolves with its value or its refusal; never rejects. */
export type ServiceClient = <Value>(
  call: (api: Api) => Promise<Reply<Value>>,
) => Promise<ServiceResult<Value>>;

export interface ServiceClientDeps {
  readonly base: string;
  readonly fetch: typeof fetch;
  /** Sent with every request. */
  readonly headers?: Record<string, string>;
  /** Called with every refusal, before the caller gets it. */
  readonly onRefusal?: (refusal: Refusal) => void;
}

/** Creates a client over a fetch that carries the session. */
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

/** Returns the refusal of a result, for callers that don't need its value. */
export const refusalOf = (result: ServiceResult<unknown>): Refusal | null =>
  result.ok ? null : result.refusal;
