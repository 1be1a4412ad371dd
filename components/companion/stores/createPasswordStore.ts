import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { InferResponseType } from 'hono/client';
import type { ServiceResult, Refusal } from './ServiceResult';
import type { AccountStore } from './AccountStore';
import { type Api, type ServiceClient, refusalOf } from './createServiceClient';

/** The content of a reset link: the masked address of the account, and the required length of its password. */
export type ResetLink = InferResponseType<Api['password-reset']['look']['$post']>;

export interface PasswordChange {
  readonly current: string;
  readonly next: string;
  readonly again: string;
  readonly endOthers: boolean;
  /** The version of the account's security state that the person saw. */
  readonly version: number;
}

/** Changes a password during a session or with a mailed link. */
export interface PasswordStore {
  /** The masked address to which this page sent the last reset email. */
  readonly sentTo: ReadonlySignal<string | null>;
  /** The content of the open reset link, or null until the service responds. */
  readonly link: ReadonlySignal<ServiceResult<ResetLink> | null>;
  readonly change: (change: PasswordChange) => Promise<Refusal | null>;
  /** Mails a reset link to the account's own address. */
  readonly sendResetEmail: () => Promise<Refusal | null>;
  /** Requests a reset link from the sign-in page. The result is the same for every address. */
  readonly requestReset: (email: string) => Promise<Refusal | null>;
  readonly openLink: (token: string) => Promise<void>;
  readonly reset: (token: string, next: string, again: string) => Promise<Refusal | null>;
}

export interface PasswordDeps {
  readonly request: ServiceClient;
  readonly requestWithProof: ServiceClient;
  readonly account: Pick<AccountStore, 'phase' | 'refresh' | 'leave'>;
}

export function createPasswordStore({
  request,
  requestWithProof,
  account,
}: PasswordDeps): PasswordStore {
  const sentTo = signal<string | null>(null);
  const link = signal<ServiceResult<ResetLink> | null>(null);
  // The next person who signs in must not see this address.
  effect(() => {
    if (account.phase.value.at === 'out') sentTo.value = null;
  });
  return {
    sentTo,
    link,
    async change({ current, next, again, endOthers, version }) {
      const json = { current, password: next, confirm: again, signOutOthers: endOthers, version };
      const result = await requestWithProof((api) => api.security.password.$post({ json }));
      await account.refresh();
      return refusalOf(result);
    },
    async sendResetEmail() {
      const result = await request((api) => api.security['reset-mail'].$post());
      if (result.ok) sentTo.value = result.value.sentTo;
      return refusalOf(result);
    },
    requestReset: async (email) =>
      refusalOf(await request((api) => api['password-reset'].$post({ json: { email } }))),
    async openLink(token) {
      link.value = null;
      link.value = await request((api) => api['password-reset'].look.$post({ json: { token } }));
    },
    async reset(token, next, again) {
      const json = { token, password: next, confirm: again };
      const result = await request((api) => api['password-reset'].finish.$post({ json }));
      if (result.ok) account.leave({ done: 'passwordSet' });
      return refusalOf(result);
    },
  };
}
