import { signal, type ReadonlySignal } from '@preact/signals';
import type { InferResponseType } from 'hono/client';
import type { ServiceResult, Refusal } from './ServiceResult';
import type { AccountStore } from './AccountStore';
import { type Api, type ServiceClient, refusalOf } from './createServiceClient';

/** The content of a workspace's invitation. */
export type Invitation = InferResponseType<Api['invitation']['look']['$post']>;

export interface NewAccount {
  readonly name: string;
  readonly password: string;
  readonly confirm: string;
}

/** Creates accounts, either for anyone who confirms their address, or for a person whom a workspace invited. */
export interface SignUpStore {
  readonly invitation: ReadonlySignal<ServiceResult<Invitation> | null>;
  readonly signUp: (form: NewAccount & { readonly email: string }) => Promise<Refusal | null>;
  /** Uses the link in the mail of a sign-up. */
  readonly verifyAddress: (token: string) => Promise<Refusal | null>;
  readonly openInvitation: (token: string) => Promise<void>;
  /**
   * Creates the invited account and signs in, so that the person types nothing twice. If 2FA is required, its
   * setup comes next.
   */
  readonly accept: (token: string, form: NewAccount) => Promise<Refusal | null>;
  /** Verifies a signed-in person's address with the token of a mailed link. */
  readonly verifyEmail: (token: string) => Promise<Refusal | null>;
  readonly mailVerification: () => Promise<Refusal | null>;
}

export interface SignUpDeps {
  readonly request: ServiceClient;
  readonly account: Pick<AccountStore, 'phase' | 'leave' | 'signIn' | 'signOut' | 'refresh'>;
}

export function createSignUpStore({ request, account }: SignUpDeps): SignUpStore {
  const invitation = signal<ServiceResult<Invitation> | null>(null);

  /**
   * Shows the sign-in page after an address was confirmed. If another person is signed in, also ends their
   * session at the service.
   */
  const confirmed = async (result: ServiceResult<unknown>) => {
    if (!result.ok) return result.refusal;
    if (account.phase.value.at === 'in') await account.signOut({ done: 'confirmed' });
    else account.leave({ done: 'confirmed' });
    return null;
  };

  return {
    invitation,
    signUp: async (json) => refusalOf(await request((api) => api['sign-up'].$post({ json }))),
    verifyAddress: async (token) =>
      confirmed(await request((api) => api['sign-up'].verify.$post({ json: { token } }))),
    async openInvitation(token) {
      invitation.value = null;
      invitation.value = await request((api) => api.invitation.look.$post({ json: { token } }));
    },
    async accept(token, form) {
      const result = await request((api) =>
        api.invitation.accept.$post({ json: { ...form, token } }),
      );
      const refusal = await confirmed(result);
      // The account exists now. If this sign-in fails, the sign-in page allows another attempt.
      if (result.ok) await account.signIn(result.value.email, form.password);
      return refusal;
    },
    async verifyEmail(token) {
      const result = await request((api) => api['verify-email'].$post({ json: { token } }));
      await account.refresh();
      return refusalOf(result);
    },
    mailVerification: async () => refusalOf(await request((api) => api.me['verify-email'].$post())),
  };
}
