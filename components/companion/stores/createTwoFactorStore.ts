import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { InferResponseType } from 'hono/client';
import type { ServiceResult, Refusal } from './ServiceResult';
import type { AccountStore } from './AccountStore';
import { type Api, type ServiceClient, refusalOf } from './createServiceClient';

/** A setup that was started. The setup is shown once, and changes nothing until its first code is verified. */
export type SetUp = InferResponseType<Api['two-factor']['start']['$post']>;

/** The signed-in person's second factor. */
export interface TwoFactorStore {
  readonly setUp: ReadonlySignal<SetUp | null>;
  /** Backup codes that were just generated, or null. */
  readonly newCodes: ReadonlySignal<readonly string[] | null>;
  /** Starts a setup. With `replace`, the new authenticator replaces the current one after verification. */
  readonly start: (replace?: boolean) => Promise<Refusal | null>;
  /** Starts the setup that completes a sign-up if 2FA is required. */
  readonly startForSignUp: (challenge: string) => Promise<Refusal | null>;
  /** Verifies the first code of the setup, which turns 2FA on. */
  readonly verify: (code: string) => Promise<Refusal | null>;
  readonly cancel: () => Promise<void>;
  /** Turns 2FA off. `version` is the version of the account's security state that the person saw. */
  readonly disable: (version: number) => Promise<Refusal | null>;
  readonly regenerate: (version: number) => Promise<Refusal | null>;
  /** Hides the new backup codes after the person saved them. */
  readonly codesSaved: () => void;
  readonly forgetCodes: () => void;
}

export interface TwoFactorDeps {
  readonly request: ServiceClient;
  readonly requestWithProof: ServiceClient;
  readonly account: Pick<AccountStore, 'phase' | 'refresh'>;
}

export function createTwoFactorStore({
  request,
  requestWithProof,
  account,
}: TwoFactorDeps): TwoFactorStore {
  const setUp = signal<SetUp | null>(null);
  const newCodes = signal<readonly string[] | null>(null);

  // The next person who signs in must not see this setup or these codes.
  effect(() => {
    if (account.phase.value.at !== 'out') return;
    setUp.value = null;
    newCodes.value = null;
  });

  const begun = (result: ServiceResult<SetUp>) => {
    if (result.ok) setUp.value = result.value;
    return refusalOf(result);
  };

  const verified = (code: string) => {
    const json = { enrolment: setUp.value?.enrolment ?? '', code };
    const phase = account.phase.value;
    return phase.at === 'set-up'
      ? request((api) =>
          api.challenge['set-up'].verify.$post({
            json: { ...json, challenge: phase.challenge.challenge },
          }),
        )
      : requestWithProof((api) => api['two-factor'].verify.$post({ json }));
  };

  return {
    setUp,
    newCodes,
    start: async (replace = false) =>
      begun(await requestWithProof((api) => api['two-factor'].start.$post({ json: { replace } }))),
    startForSignUp: async (challenge) =>
      begun(await request((api) => api.challenge['set-up'].$post({ json: { challenge } }))),
    async verify(code) {
      const result = await verified(code);
      if (!result.ok) return result.refusal;
      setUp.value = null;
      await account.refresh();
      return null;
    },
    async cancel() {
      setUp.value = null;
      await request((api) => api['two-factor'].cancel.$post());
    },
    async disable(version) {
      const result = await requestWithProof((api) =>
        api['two-factor'].disable.$post({ json: { version } }),
      );
      await account.refresh();
      return refusalOf(result);
    },
    async regenerate(version) {
      const result = await requestWithProof((api) =>
        api['two-factor']['backup-codes'].$post({ json: { version } }),
      );
      if (result.ok) newCodes.value = result.value.backupCodes;
      await account.refresh();
      return refusalOf(result);
    },
    codesSaved() {
      newCodes.value = null;
      // Without this confirmation, the next sign-in would show a new set of codes.
      void request((api) => api['two-factor']['backup-codes'].confirm.$post());
    },
    forgetCodes() {
      newCodes.value = null;
    },
  };
}
