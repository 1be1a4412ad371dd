import { hc } from 'hono/client';
import type { AppType } from '../../../lib/companion';
import type { Answer, Refusal } from './Answer';
import { readRefusal } from './readRefusal';

/** The service's routes, typed from the service's own. */
export type Api = ReturnType<typeof hc<AppType>>;

/** What a route of the client promises. */
interface Reply<Value> {
  readonly ok: boolean;
  readonly json: () => Promise<Value>;
}

/** Asks the service one thing. Never throws. */
export type Ask = <Value>(call: (api: Api) => Promise<Reply<Value>>) => Promise<Answer<Value>>;

export interface AskDeps {
  readonly base: string;
  readonly fetch: typeof fetch;
}

/** Speaks to the service through a fetch that carries the session. */
export function createAsk({ base, fetch }: AskDeps): Ask {
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

/** The refusal of an answer, for those who don't need its value. */
export const refusalOf = (answer: Answer<unknown>): Refusal | null =>
  answer.ok ? null : answer.refusal;
