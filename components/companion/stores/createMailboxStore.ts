import { signal, type ReadonlySignal } from '@preact/signals';
import type { InferResponseType } from 'hono/client';
import { type Api, type ServiceClient, refusalOf } from './createServiceClient';
import { readPages, type Page } from './readPages';
import type { Refusal, ServiceResult } from './ServiceResult';

export type MailAddress = InferResponseType<Api['mailboxes']['$get']>['mailboxes'][number];
export type Mail = InferResponseType<Api['mailboxes'][':address']['$get']>['mails'][number];

/** The demo's mail, by recipient and page. */
export interface MailboxStore {
  readonly addresses: ReadonlySignal<Page<MailAddress>>;
  /** The mail to the open address, newest first. */
  readonly mails: ReadonlySignal<Page<Mail>>;
  /**
   * Reads the recipients and, if an address is given, the mail to this address. Reads as many rows as were shown
   * before.
   */
  readonly load: (address: string | undefined, client?: ServiceClient) => Promise<Refusal | null>;
  readonly moreAddresses: (address: string | undefined) => Promise<Refusal | null>;
  readonly moreMails: (address: string) => Promise<Refusal | null>;
}

const none = { rows: [], next: null };

export function createMailboxStore(request: ServiceClient): MailboxStore {
  const addresses = signal<Page<MailAddress>>(none);
  const mails = signal<Page<Mail>>(none);
  let shown: string | undefined;

  const readAddresses =
    (client: ServiceClient) =>
    async (after?: string): Promise<ServiceResult<Page<MailAddress>>> => {
      const query = after === undefined ? {} : { after };
      const result = await client((api) => api.mailboxes.$get({ query }));
      return result.ok
        ? { ok: true, value: { rows: result.value.mailboxes, next: result.value.next } }
        : result;
    };
  const readMails =
    (client: ServiceClient, address: string) =>
    async (after?: string): Promise<ServiceResult<Page<Mail>>> => {
      const query = after === undefined ? {} : { after };
      const result = await client((api) =>
        api.mailboxes[':address'].$get({ param: { address }, query }),
      );
      return result.ok
        ? { ok: true, value: { rows: result.value.mails, next: result.value.next } }
        : result;
    };

  const load = async (
    address: string | undefined,
    client: ServiceClient = request,
    more = { addresses: 0, mails: 0 },
  ) => {
    if (address !== shown) mails.value = none;
    shown = address;
    const [all, own] = await Promise.all([
      readPages(readAddresses(client), addresses.value.rows.length + more.addresses),
      address === undefined
        ? null
        : readPages(readMails(client, address), mails.value.rows.length + more.mails),
    ]);
    if (all.ok) addresses.value = all.value;
    if (address === shown) mails.value = own?.ok ? own.value : none;
    return refusalOf(all);
  };

  return {
    addresses,
    mails,
    load: (address, client) => load(address, client),
    moreAddresses: (address) => load(address, request, { addresses: 1, mails: 0 }),
    moreMails: (address) => load(address, request, { addresses: 0, mails: 1 }),
  };
}
