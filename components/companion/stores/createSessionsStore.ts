import { signal, type ReadonlySignal } from '@preact/signals';
import type { InferResponseType } from 'hono/client';
import type { Refusal } from './ServiceResult';
import { type Api, type ServiceClient, refusalOf } from './createServiceClient';

export type SessionView = InferResponseType<Api['sessions']['$get']>[number];

/** The sessions of the signed-in person. */
export interface SessionsStore {
  readonly list: ReadonlySignal<readonly SessionView[]>;
  readonly load: (client?: ServiceClient) => Promise<Refusal | null>;
  readonly end: (id: string) => Promise<Refusal | null>;
  readonly endOthers: () => Promise<Refusal | null>;
}

export interface SessionsDeps {
  readonly request: ServiceClient;
  readonly requestWithProof: ServiceClient;
}

export function createSessionsStore({ request, requestWithProof }: SessionsDeps): SessionsStore {
  const list = signal<readonly SessionView[]>([]);
  const load = async (client: ServiceClient = request) => {
    const result = await client((api) => api.sessions.$get());
    if (result.ok) list.value = result.value;
    return refusalOf(result);
  };
  return {
    list,
    load,
    async end(id) {
      const result = await requestWithProof((api) =>
        api.sessions[':id'].$delete({ param: { id } }),
      );
      await load();
      return refusalOf(result);
    },
    async endOthers() {
      const result = await requestWithProof((api) => api.sessions.$delete());
      await load();
      return refusalOf(result);
    },
  };
}
