import { signal, type ReadonlySignal } from '@preact/signals';
import type { InferResponseType } from 'hono/client';
import type { Refusal } from './Answer';
import type { AccountStore } from './createAccountStore';
import { type Api, type Ask, refusalOf } from './createAsk';

export type Demo = InferResponseType<Api['demo']['$get']>;
export type DemoPerson = Demo['people'][number];

/** What belongs to the demo and not to the service: its people, its clock, its new start. */
export interface DemoStore {
  readonly demo: ReadonlySignal<Demo | null>;
  readonly load: () => Promise<Refusal | null>;
  /** How far the service's clock is ahead of the machine's, in milliseconds. */
  readonly setClock: (offset: number) => Promise<Refusal | null>;
  readonly reset: () => Promise<Refusal | null>;
  /** Opens the page anew, as another browser with a session of its own. */
  readonly openAnotherBrowser: () => void;
}

export interface DemoDeps {
  readonly ask: Ask;
  readonly account: Pick<AccountStore, 'leave' | 'refresh'>;
  readonly openAnotherBrowser: () => void;
}

export function createDemoStore({ ask, account, openAnotherBrowser }: DemoDeps): DemoStore {
  const demo = signal<Demo | null>(null);
  const load = async () => {
    const answer = await ask((api) => api.demo.$get());
    if (answer.ok) demo.value = answer.value;
    return refusalOf(answer);
  };
  return {
    demo,
    load,
    openAnotherBrowser,
    async setClock(offset) {
      const answer = await ask((api) => api.demo.clock.$put({ json: { offset } }));
      await Promise.all([load(), account.refresh()]);
      return refusalOf(answer);
    },
    async reset() {
      const answer = await ask((api) => api.demo.reset.$post());
      if (answer.ok) account.leave({ done: 'dataReset' });
      await load();
      return refusalOf(answer);
    },
  };
}
