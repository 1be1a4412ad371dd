import { computed, signal } from '@preact/signals';
import type { AccountStore, Me, Notice, Phase, SecurityView, SignInResult } from './AccountStore';
import { approveAtGoogle } from './approveAtGoogle';
import { type ServiceClient, refusalOf } from './createServiceClient';
import type { Refusal, ServiceResult } from './ServiceResult';
import type { SessionTokenStore } from './SessionTokenStore';

export interface AccountDeps {
  readonly request: ServiceClient;
  readonly tokenStore: SessionTokenStore;
}

export function createAccountStore({ request, tokenStore }: AccountDeps): AccountStore {
  const phase = signal<Phase>({ at: 'starting' });
  const me = signal<Me | null>(null);
  const security = signal<SecurityView | null>(null);
  const notice = signal<Notice | null>(null);
  const readFailure = signal<Refusal | null>(null);
  const usedBackupCode = signal(false);
  const workspace = computed(
    () => me.value?.workspaces.find(({ id }) => id === me.value?.workspaceId) ?? null,
  );
  const isIn = () => phase.value.at === 'in' || phase.value.at === 'enrolled';

  const leave = (why: Notice | null) => {
    tokenStore.write(null);
    me.value = null;
    security.value = null;
    readFailure.value = null;
    usedBackupCode.value = false;
    notice.value = why;
    phase.value = { at: 'out' };
  };

  /**
   * Reads the account. Returns the refusal if the account can't be read. `signed_out` takes precedence over other
   * refusals.
   */
  const read = async (client: ServiceClient): Promise<Refusal | null> => {
    const [who, how] = await Promise.all([
      client((api) => api.me.$get()),
      client((api) => api.security.$get()),
    ]);
    if (who.ok && how.ok) {
      me.value = who.value;
      security.value = how.value;
      readFailure.value = null;
      if (!isIn()) phase.value = { at: 'in' };
      return null;
    }
    const refusals = [refusalOf(who), refusalOf(how)].filter((refusal) => refusal !== null);
    return refusals.find(({ code }) => code === 'signed_out') ?? refusals[0] ?? null;
  };

  const refresh = async (client: ServiceClient = request) => {
    const refusal = await read(client);
    if (!refusal) return;
    const isUndecided = phase.value.at === 'starting' || phase.value.at === 'unavailable';
    if (refusal.code === 'signed_out') {
      if (isUndecided) leave(null);
      else if (isIn()) leave({ refusal });
      return;
    }
    // A failure other than `signed_out` proves nothing about the session.
    if (isUndecided) phase.value = { at: 'unavailable' };
    if (isUndecided || isIn()) readFailure.value = refusal;
  };

  /** Shows the account of a session that has just begun. */
  const begin = async () => {
    const refusal = await read(request);
    if (!refusal) return;
    if (refusal.code === 'signed_out') return leave({ refusal });
    readFailure.value = refusal;
    if (!isIn()) phase.value = { at: 'unavailable' };
  };

  const enter = async (result: ServiceResult<SignInResult>) => {
    notice.value = null;
    if (!result.ok) return result.refusal;
    if (result.value.state === 'signed-in') await begin();
    else phase.value = { at: result.value.state, challenge: result.value };
    return null;
  };

  /** Returns the token of the open challenge, or an empty text. */
  const challengeToken = () =>
    phase.value.at === 'challenge' || phase.value.at === 'set-up'
      ? phase.value.challenge.challenge
      : '';

  /** Returns to the sign-in page if the challenge has expired. Returns any other refusal unchanged. */
  const leaveIfExpired = (refusal: Refusal) => {
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
    readFailure,
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
      const json = { challenge: challengeToken(), code };
      const result = await request((api) => api.challenge.code.$post({ json }));
      if (!result.ok) return leaveIfExpired(result.refusal);
      const { backupCodes } = result.value;
      if (backupCodes) phase.value = { at: 'enrolled', codes: backupCodes };
      await begin();
      return null;
    },
    async submitBackupCode(code) {
      const json = { challenge: challengeToken(), code };
      const result = await request((api) => api.challenge['backup-code'].$post({ json }));
      if (!result.ok) return leaveIfExpired(result.refusal);
      usedBackupCode.value = true;
      await begin();
      return null;
    },
    async cancelChallenge() {
      const json = { challenge: challengeToken() };
      await request((api) => api.challenge.cancel.$post({ json }));
      leave(null);
    },
    codesSaved() {
      phase.value = { at: 'in' };
      // Without this confirmation, the next sign-in would show a new set of codes.
      void request((api) => api['two-factor']['backup-codes'].confirm.$post());
    },
    dismissBackupNotice() {
      usedBackupCode.value = false;
    },
    async signOut(why = { done: 'signedOut' }) {
      await request((api) => api['sign-out'].$post());
      leave(why);
    },
    async switchWorkspace(workspaceId) {
      const result = await request((api) => api.me.workspace.$put({ json: { workspaceId } }));
      await refresh();
      return refusalOf(result);
    },
  };
}
