import { signal, type ReadonlySignal } from '@preact/signals';
import type { InferResponseType } from 'hono/client';
import type { Refusal } from './Answer';
import { type Api, type Ask, refusalOf } from './createAsk';

export type SessionView = InferResponseType<Api['sessions']['$get']>[number];

/** Where a person is signed in. */
export interface SessionsStore {
  readonly list: ReadonlySignal<readonly SessionView[]>;
  readonly load: () => Promise<Refusal | null>;
  readonly end: (id: string) => Promise<Refusal | null>;
  readonly endOthers: () => Promise<Refusal | null>;
}

export interface SessionsDeps {
  readonly ask: Ask;
  readonly askProven: Ask;
}

export function createSessionsStore({ ask, askProven }: SessionsDeps): SessionsStore {
  const list = signal<readonly SessionView[]>([]);
  const load = async () => {
    const answer = await ask((api) => api.sessions.$get());
    if (answer.ok) list.value = answer.value;
    return refusalOf(answer);
  };
  return {
    list,
    load,
    async end(id) {
      const answer = await askProven((api) => api.sessions[':id'].$delete({ param: { id } }));
      await load();
      return refusalOf(answer);
    },
    async endOthers() {
      const answer = await askProven((api) => api.sessions.$delete());
      await load();
      return refusalOf(answer);
    },
  };
}
