import { signal, type ReadonlySignal } from '@preact/signals';
import type { InferResponseType } from 'hono/client';
import type { Refusal } from './ServiceResult';
import { type Api, type ServiceClient, refusalOf } from './createServiceClient';

export type MailAddress = InferResponseType<Api['mailboxes']['$get']>['mailboxes'][number];
export type Mail = InferResponseType<Api['mailboxes'][':address']['$get']>['mails'][number];

/** The demo's mail, address by address. */
export interface MailboxStore {
  readonly addresses: ReadonlySignal<readonly MailAddress[]>;
  /** The mail of the address that is open, newest first. */
  readonly mails: ReadonlySignal<readonly Mail[]>;
  /** Reads the addresses and, if one is named, its mail. */
  readonly load: (address: string | undefined, client?: ServiceClient) => Promise<Refusal | null>;
}

export function createMailboxStore(request: ServiceClient): MailboxStore {
  const addresses = signal<readonly MailAddress[]>([]);
  const mails = signal<readonly Mail[]>([]);
  return {
    addresses,
    mails,
    async load(address, client = request) {
      const [all, own] = await Promise.all([
        client((api) => api.mailboxes.$get({ query: {} })),
        address === undefined
          ? null
          : client((api) => api.mailboxes[':address'].$get({ param: { address }, query: {} })),
      ]);
      if (all.ok) addresses.value = all.value.mailboxes;
      mails.value = own?.ok ? own.value.mails : [];
      return refusalOf(all);
    },
  };
}
