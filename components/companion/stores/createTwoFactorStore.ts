import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { InferResponseType } from 'hono/client';
import type { Answer, Refusal } from './Answer';
import type { AccountStore } from './createAccountStore';
import { type Api, type Ask, refusalOf } from './createAsk';

/** A set-up that was begun: shown this once, on before nothing. */
export type SetUp = InferResponseType<Api['two-factor']['start']['$post']>;

/** A person's own second factor. */
export interface TwoFactorStore {
  readonly setUp: ReadonlySignal<SetUp | null>;
  /** Backup codes that were just made. */
  readonly newCodes: ReadonlySignal<readonly string[] | null>;
  /** Begins a set-up; `replace` takes the place of an authenticator in use. */
  readonly start: (replace?: boolean) => Promise<Refusal | null>;
  /** Begins the set-up that a sign-up ends with. */
  readonly startForSignUp: (challenge: string) => Promise<Refusal | null>;
  /** Verifies the set-up's first code, which turns it on. */
  readonly verify: (code: string) => Promise<Refusal | null>;
  readonly cancel: () => Promise<void>;
  /** `version` is that of the state which the person saw. */
  readonly disable: (version: number) => Promise<Refusal | null>;
  readonly regenerate: (version: number) => Promise<Refusal | null>;
  readonly forgetCodes: () => void;
}

export interface TwoFactorDeps {
  readonly ask: Ask;
  readonly askProven: Ask;
  readonly account: Pick<AccountStore, 'phase' | 'refresh'>;
}

export function createTwoFactorStore({ ask, askProven, account }: TwoFactorDeps): TwoFactorStore {
  const setUp = signal<SetUp | null>(null);
  const newCodes = signal<readonly string[] | null>(null);

  // What one person was shown is not for whoever signs in next.
  effect(() => {
    if (account.phase.value.at !== 'out') return;
    setUp.value = null;
    newCodes.value = null;
  });

  const begun = (answer: Answer<SetUp>) => {
    if (answer.ok) setUp.value = answer.value;
    return refusalOf(answer);
  };

  const verified = (code: string) => {
    const json = { enrolment: setUp.value?.enrolment ?? '', code };
    const phase = account.phase.value;
    return phase.at === 'set-up'
      ? ask((api) =>
          api.challenge['set-up'].verify.$post({
            json: { ...json, challenge: phase.challenge.challenge },
          }),
        )
      : ask((api) => api['two-factor'].verify.$post({ json }));
  };

  return {
    setUp,
    newCodes,
    start: async (replace = false) =>
      begun(await askProven((api) => api['two-factor'].start.$post({ json: { replace } }))),
    startForSignUp: async (challenge) =>
      begun(await ask((api) => api.challenge['set-up'].$post({ json: { challenge } }))),
    async verify(code) {
      const answer = await verified(code);
      if (!answer.ok) return answer.refusal;
      setUp.value = null;
      await account.refresh();
      return null;
    },
    async cancel() {
      setUp.value = null;
      await ask((api) => api['two-factor'].cancel.$post());
    },
    async disable(version) {
      const answer = await askProven((api) =>
        api['two-factor'].disable.$post({ json: { version } }),
      );
      await account.refresh();
      return refusalOf(answer);
    },
    async regenerate(version) {
      const answer = await askProven((api) =>
        api['two-factor']['backup-codes'].$post({ json: { version } }),
      );
      if (answer.ok) newCodes.value = answer.value.backupCodes;
      await account.refresh();
      return refusalOf(answer);
    },
    forgetCodes() {
      newCodes.value = null;
    },
  };
}
