import { signal, type ReadonlySignal } from '@preact/signals';
import type { InferResponseType } from 'hono/client';
import type { Answer, Refusal } from './Answer';
import type { AccountStore } from './createAccountStore';
import { type Api, type Ask, refusalOf } from './createAsk';

/** What a workspace's invitation says. */
export type Invitation = InferResponseType<Api['invitation']['look']['$post']>;

export interface NewAccount {
  readonly name: string;
  readonly password: string;
  readonly confirm: string;
}

/** How an account begins: by one's own wish or by a workspace's invitation, with a proven address. */
export interface SignUpStore {
  readonly invitation: ReadonlySignal<Answer<Invitation> | null>;
  readonly signUp: (form: NewAccount & { readonly email: string }) => Promise<Refusal | null>;
  /** Opens the link of the mail that a sign-up sends. */
  readonly verifyAddress: (token: string) => Promise<Refusal | null>;
  readonly openInvitation: (token: string) => Promise<void>;
  readonly accept: (token: string, form: NewAccount) => Promise<Refusal | null>;
  /** Opens the link that someone who is signed in sent to themselves. */
  readonly verifyEmail: (token: string) => Promise<Refusal | null>;
  readonly mailVerification: () => Promise<Refusal | null>;
}

export interface SignUpDeps {
  readonly ask: Ask;
  readonly account: Pick<AccountStore, 'leave' | 'refresh'>;
}

export function createSignUpStore({ ask, account }: SignUpDeps): SignUpStore {
  const invitation = signal<Answer<Invitation> | null>(null);

  /** Once the address is proven one signs in; whoever else is signed in here makes way. */
  const confirmed = (answer: Answer<unknown>) => {
    if (answer.ok) account.leave({ done: 'confirmed' });
    return refusalOf(answer);
  };

  return {
    invitation,
    signUp: async (json) => refusalOf(await ask((api) => api['sign-up'].$post({ json }))),
    verifyAddress: async (token) =>
      confirmed(await ask((api) => api['sign-up'].verify.$post({ json: { token } }))),
    async openInvitation(token) {
      invitation.value = null;
      invitation.value = await ask((api) => api.invitation.look.$post({ json: { token } }));
    },
    accept: async (token, form) =>
      confirmed(await ask((api) => api.invitation.accept.$post({ json: { ...form, token } }))),
    async verifyEmail(token) {
      const answer = await ask((api) => api['verify-email'].$post({ json: { token } }));
      await account.refresh();
      return refusalOf(answer);
    },
    mailVerification: async () => refusalOf(await ask((api) => api.me['verify-email'].$post())),
  };
}
