import { hc } from 'hono/client';
import type { AppType } from '../../../lib/companion';
import type { ServiceResult, Refusal } from './ServiceResult';
import { readRefusal } from './readRefusal';

/** The service's routes, typed from the service's own. */
export type Api = ReturnType<typeof hc<AppType>>;

/** What a route of the client promises. */
interface Reply<Value> {
  readonly ok: boolean;
  readonly json: () => Promise<Value>;
}

/** Asks the service one thing. Never throws. */
export type ServiceClient = <Value>(
  call: (api: Api) => Promise<Reply<Value>>,
) => Promise<ServiceResult<Value>>;

export interface ServiceClientDeps {
  readonly base: string;
  readonly fetch: typeof fetch;
}

/** Speaks to the service through a fetch that carries the session. */
export function createServiceClient({ base, fetch }: ServiceClientDeps): ServiceClient {
  const api = hc<AppType>(base, { fetch });
  return async (call) => {
    try {
      const reply = await call(api);
      if (reply.ok) return { ok: true, value: await reply.json() };
      const said: unknown = await reply.json();
      return { ok: false, refusal: readRefusal(said) };
    } catch {
      return { ok: false, refusal: { code: 'unreachable', facts: {} } };
    }
  };
}

/** The refusal of an result, for those who don't need its value. */
export const refusalOf = (result: ServiceResult<unknown>): Refusal | null =>
  result.ok ? null : result.refusal;
