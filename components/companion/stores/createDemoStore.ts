import { signal, type ReadonlySignal } from '@preact/signals';
import type { InferResponseType } from 'hono/client';
import type { Refusal } from './ServiceResult';
import type { AccountStore } from './AccountStore';
import { type Api, type ServiceClient, refusalOf } from './createServiceClient';

export type Demo = InferResponseType<Api['demo']['$get']>;
export type DemoPerson = Demo['people'][number];

/** Controls the demo itself: lists its people, sets its clock and resets its data. */
export interface DemoStore {
  readonly demo: ReadonlySignal<Demo | null>;
  readonly load: (client?: ServiceClient) => Promise<Refusal | null>;
  /** Sets how far the service's clock is ahead of the machine's, in milliseconds. */
  readonly setClock: (offset: number) => Promise<Refusal | null>;
  readonly reset: () => Promise<Refusal | null>;
  /** Opens this page as another browser, which has its own session. */
  readonly openAnotherBrowser: () => void;
}

export interface DemoDeps {
  readonly request: ServiceClient;
  readonly account: Pick<AccountStore, 'leave' | 'refresh'>;
  readonly openAnotherBrowser: () => void;
}

export function createDemoStore({ request, account, openAnotherBrowser }: DemoDeps): DemoStore {
  const demo = signal<Demo | null>(null);
  const load = async (client: ServiceClient = request) => {
    const result = await client((api) => api.demo.$get());
    if (result.ok) demo.value = result.value;
    return refusalOf(result);
  };
  return {
    demo,
    load,
    openAnotherBrowser,
    async setClock(offset) {
      const result = await request((api) => api.demo.clock.$put({ json: { offset } }));
      await Promise.all([load(), account.refresh()]);
      return refusalOf(result);
    },
    async reset() {
      const result = await request((api) => api.demo.reset.$post());
      if (result.ok) account.leave({ done: 'dataReset' });
      await load();
      return refusalOf(result);
    },
  };
}
