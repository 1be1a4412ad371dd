import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { InferResponseType } from 'hono/client';
import type { ServiceResult, Refusal } from './ServiceResult';
import { approveAtGoogle } from './approveAtGoogle';
import { type Api, type ServiceClient, refusalOf } from './createServiceClient';
import type { SessionTokenStore } from './SessionTokenStore';

export type Me = InferResponseType<Api['me']['$get']>;
export type WorkspaceRef = Me['workspaces'][number];
/** What the Security tab shows. */
export type SecurityView = InferResponseType<Api['security']['$get']>;
export type TwoFactorState = SecurityView['twoFactor']['state'];
export type SignInResult = InferResponseType<Api['sign-in']['$post']>;
export type Challenge = Extract<SignInResult, { state: 'challenge' | 'set-up' }>;

/** How far someone has come. `enrolled`: signed in, with backup codes that are shown only now. */
export type Phase =
  | { readonly at: 'starting' }
  | { readonly at: 'out' }
  | { readonly at: 'challenge' | 'set-up'; readonly challenge: Challenge }
  | { readonly at: 'enrolled'; readonly codes: readonly string[] }
  | { readonly at: 'in' };

/** Why the sign-in page is there: a refusal, or something that was done. */
export type Notice =
  | { readonly refusal: Refusal }
  | { readonly done: 'signedOut' | 'passwordSet' | 'confirmed' | 'dataReset' | 'accountDeleted' };

/** Who is here: sign-in, its second step, the session and its end. */
export interface AccountStore {
  readonly phase: ReadonlySignal<Phase>;
  readonly me: ReadonlySignal<Me | null>;
  readonly security: ReadonlySignal<SecurityView | null>;
  readonly workspace: ReadonlySignal<WorkspaceRef | null>;
  readonly notice: ReadonlySignal<Notice | null>;
  /** Whether this session began with a backup code, until the notice is dismissed. */
  readonly usedBackupCode: ReadonlySignal<boolean>;
  /** Reads the newest state; finds out that the session has ended. */
  readonly refresh: () => Promise<void>;
  readonly signIn: (email: string, password: string) => Promise<Refusal | null>;
  /** `sub` is the pretend Google's own id of a person. */
  readonly signInWithGoogle: (sub: string) => Promise<Refusal | null>;
  /** Goes on from any result that signs in or asks for more. */
  readonly enter: (result: ServiceResult<SignInResult>) => Promise<Refusal | null>;
  readonly submitCode: (code: string) => Promise<Refusal | null>;
  readonly submitBackupCode: (code: string) => Promise<Refusal | null>;
  readonly cancelChallenge: () => Promise<void>;
  readonly codesSaved: () => void;
  readonly dismissBackupNotice: () => void;
  readonly signOut: () => Promise<void>;
  /** Forgets the session on this side and says why on the sign-in page. */
  readonly leave: (notice: Notice) => void;
  readonly switchWorkspace: (id: string) => Promise<Refusal | null>;
}

export interface AccountDeps {
  readonly request: ServiceClient;
  readonly tokenStore: SessionTokenStore;
}

export function createAccountStore({ request, tokenStore }: AccountDeps): AccountStore {
  const phase = signal<Phase>({ at: 'starting' });
  const me = signal<Me | null>(null);
  const security = signal<SecurityView | null>(null);
  const notice = signal<Notice | null>(null);
  const usedBackupCode = signal(false);
  const workspace = computed(
    () => me.value?.workspaces.find(({ id }) => id === me.value?.workspaceId) ?? null,
  );

  const leave = (why: Notice | null) => {
    tokenStore.write(null);
    me.value = null;
    security.value = null;
    usedBackupCode.value = false;
    notice.value = why;
    phase.value = { at: 'out' };
  };

  const refresh = async () => {
    const [who, how] = await Promise.all([
      request((api) => api.me.$get()),
      request((api) => api.security.$get()),
    ]);
    const isIn = phase.value.at === 'in' || phase.value.at === 'enrolled';
    if (who.ok && how.ok) {
      me.value = who.value;
      security.value = how.value;
      if (!isIn) phase.value = { at: 'in' };
      return;
    }
    const refusal = refusalOf(who) ?? refusalOf(how);
    if (isIn && refusal) leave({ refusal });
    else if (phase.value.at === 'starting') leave(null);
  };

  const enter = async (result: ServiceResult<SignInResult>) => {
    notice.value = null;
    if (!result.ok) return result.refusal;
    if (result.value.state === 'signed-in') await refresh();
    else phase.value = { at: result.value.state, challenge: result.value };
    return null;
  };

  /** The challenge that is being answered; a page that has none asks for nothing. */
  const open = () =>
    phase.value.at === 'challenge' || phase.value.at === 'set-up'
      ? phase.value.challenge.challenge
      : '';

  const dead = (refusal: Refusal) => {
    if (refusal.code !== 'challenge_expired') return refusal;
    leave({ refusal });
    return null;
  };

  return {
    phase,
    me,
    security,
    workspace,
    notice,
    usedBackupCode,
    refresh,
    enter,
    leave,
    signIn: async (email, password) =>
      enter(await request((api) => api['sign-in'].$post({ json: { email, password } }))),
    async signInWithGoogle(sub) {
      const approved = await approveAtGoogle(request, sub);
      if (!approved.ok) return approved.refusal;
      const json = { assertion: approved.value };
      return enter(await request((api) => api['sign-in'].google.$post({ json })));
    },
    async submitCode(code) {
      const json = { challenge: open(), code };
      const result = await request((api) => api.challenge.code.$post({ json }));
      if (!result.ok) return dead(result.refusal);
      const { backupCodes } = result.value;
      if (backupCodes) phase.value = { at: 'enrolled', codes: backupCodes };
      await refresh();
      return null;
    },
    async submitBackupCode(code) {
      const json = { challenge: open(), code };
      const result = await request((api) => api.challenge['backup-code'].$post({ json }));
      if (!result.ok) return dead(result.refusal);
      usedBackupCode.value = true;
      await refresh();
      return null;
    },
    async cancelChallenge() {
      const json = { challenge: open() };
      await request((api) => api.challenge.cancel.$post({ json }));
      leave(null);
    },
    codesSaved() {
      phase.value = { at: 'in' };
    },
    dismissBackupNotice() {
      usedBackupCode.value = false;
    },
    async signOut() {
      await request((api) => api['sign-out'].$post());
      leave({ done: 'signedOut' });
    },
    async switchWorkspace(workspaceId) {
      const result = await request((api) => api.me.workspace.$put({ json: { workspaceId } }));
      await refresh();
      return refusalOf(result);
    },
  };
}
