import type { App, Caller } from '../App';
import { command, query, precheck, type Act, type View } from '../command';
import { makeBackupCodes } from '../mechanism/backupCodes';
import { freshToken } from '../mechanism/tokens';
import { readCode } from '../mechanism/totp';
import type { Factor, User } from '../records';
import { refuse } from '../refusals';
import {
  beginEnrolment,
  finishEnrolment,
  makeEnrolment,
  openPending,
  pendingFor,
  requireStateFor,
} from './enrolment';
import {
  actor,
  canAdminHelp,
  enforcing,
  requireSudo,
  requireVersion,
  signedIn,
  type SignedIn,
} from './guards';
import { countNewCodes, requireNewCodesAllowed } from './newCodes';
import { codeLock } from './secondFactor';
import { endChallenges, endSessions, renewSession } from './sessions';

/** Increments the version that forms on the Security tab are based on. */
async function changed({ tx }: Act, { id }: User): Promise<void> {
  const user = await tx.users.get(id);
  if (user) await tx.users.put({ ...user, version: user.version + 1 });
}

async function mayStart(view: View, signed: SignedIn, replace: boolean): Promise<User> {
  if (signed.user.emailVerifiedAt === null) throw refuse('verify_email_first');
  await requireStateFor(view, signed.user, replace);
  await requireSudo(view, signed);
  return signed.user;
}

/**
 * Begins a setup. Returns the QR text, secret key and backup codes, which are shown once. The setup has no effect
 * until a code is verified. With `replace`, the current authenticator stays active until then.
 */
export async function startTwoFactor(app: App, caller: Caller, { replace }: { replace: boolean }) {
  const user = await precheck(app, caller, async (view) => {
    const found = await mayStart(view, await signedIn(view), replace);
    await requireNewCodesAllowed(view, found);
    return found;
  });
  const enrolment = user && (await makeEnrolment(app, user));
  return command(app, 'two-factor/started', caller, async (act) => {
    const signed = await actor(act);
    await mayStart(act, signed, replace);
    await countNewCodes(act, signed.user);
    if (!enrolment) throw refuse('stale');
    return beginEnrolment(act, signed.user, { holder: signed.session.id, replace }, enrolment);
  });
}

/**
 * Activates the pending setup with one of its codes. Ends the other sessions and gives this session a new token.
 */
export async function verifyTwoFactor(
  app: App,
  caller: Caller,
  input: { readonly enrolment: string; readonly code: string },
) {
  const code = readCode(input.code);
  if (code === null) throw refuse('malformed_code');
  const pending = await precheck(app, caller, async (view) => {
    const { user } = await signedIn(view);
    return (await view.tx.pending.get(user.id)) ?? null;
  });
  const opened = pending && (await openPending(app, pending));
  const fresh = freshToken(app.ports.random);
  return command(app, 'two-factor/on', caller, async (act) => {
    const signed = await actor(act);
    const { session, user } = signed;
    const proof = { ...input, code, holder: session.id };
    const { replace } = await pendingFor(act, user, proof);
    // Repeats the check, because the account may have changed since the setup began.
    await mayStart(act, signed, replace);
    await finishEnrolment(act, user, proof, opened);
    await endSessions(act, user.id, session.id);
    await changed(act, user);
    return renewSession(act, session, fresh, { factorAt: act.now });
  });
}

/** Cancels a setup. Its secret and backup codes can't be used afterwards. Canceling twice has no effect. */
export const cancelTwoFactor = (app: App, caller: Caller) =>
  command(app, 'two-factor/canceled', caller, async (act) => {
    const { session, user } = await actor(act);
    const pending = await act.tx.pending.get(user.id);
    if (pending?.holder === session.id) await act.tx.pending.delete(user.id);
    return { done: true };
  });

async function active({ tx }: View, user: User): Promise<Factor> {
  const factor = await tx.factors.get(user.id);
  if (factor?.state !== 'on') throw refuse('not_on');
  return factor;
}

/**
 * Turns two-factor authentication off, so that sign-in needs only the password or Google. Throws `enforced` while
 * a workspace requires 2FA.
 */
export async function disableTwoFactor(app: App, caller: Caller, input: { version: number }) {
  const fresh = freshToken(app.ports.random);
  return command(app, 'two-factor/off', caller, async (act) => {
    const signed = await actor(act);
    const { session, user } = signed;
    await active(act, user);
    const [workspace] = await enforcing(act, user.id);
    if (workspace) throw refuse('enforced', { workspace: workspace.name });
    requireVersion(input.version, user);
    await requireSudo(act, signed);
    await act.tx.factors.delete(user.id);
    await act.tx.pending.delete(user.id);
    await act.tx.locks.delete(codeLock(user.id));
    await endSessions(act, user.id, session.id);
    await endChallenges(act, user.id);
    await changed(act, user);
    await act.mail(user.email, 'two-factor-off', { device: caller.device });
    // The person just proved their identity by the second factor. With 2FA off, this proof counts as a proof by
    // password.
    return renewSession(act, session, fresh, { authAt: session.factorAt, factorAt: 0 });
  });
}

/** Returns ten new backup codes, which are shown once. The old codes no longer work. */
export async function regenerateBackupCodes(app: App, caller: Caller, input: { version: number }) {
  const guards = async (view: View, signed: SignedIn) => {
    const factor = await active(view, signed.user);
    requireVersion(input.version, signed.user);
    await requireSudo(view, signed);
    return factor;
  };
  const fresh = freshToken(app.ports.random);
  const allowed = await precheck(app, caller, async (view) => {
    const signed = await signedIn(view);
    await requireNewCodesAllowed(view, signed.user);
    return guards(view, signed);
  });
  const made = allowed && (await makeBackupCodes(app.ports.random, app.passwords));
  return command(app, 'two-factor/backup-codes-made', caller, async (act) => {
    const signed = await actor(act);
    const factor = await guards(act, signed);
    await countNewCodes(act, signed.user);
    if (!made) throw refuse('stale');
    await act.tx.factors.put({ ...factor, backup: { ...made.set, shown: false } });
    await endSessions(act, signed.user.id, signed.session.id);
    await changed(act, signed.user);
    await act.mail(signed.user.email, 'backup-codes-made', { device: caller.device });
    return { ...(await renewSession(act, signed.session, fresh)), backupCodes: made.codes };
  });
}

/** Records that the owner saw the backup codes. Otherwise the next sign-in shows new codes. */
export const confirmBackupCodes = (app: App, caller: Caller) =>
  command(app, 'two-factor/backup-codes-seen', caller, async (act) => {
    const { user } = await actor(act);
    const factor = await active(act, user);
    if (factor.backup)
      await act.tx.factors.put({ ...factor, backup: { ...factor.backup, shown: true } });
    return { done: true };
  });

/** Returns the content of the Security tab. */
export const showSecurity = (app: App, caller: Caller) =>
  query(app, caller, async (view) => {
    const { user } = await signedIn(view);
    const factor = await view.tx.factors.get(user.id);
    return {
      email: user.email,
      method: user.method,
      emailVerified: user.emailVerifiedAt !== null,
      passwordShort: user.passwordShort,
      version: user.version,
      twoFactor: {
        state: factor?.state ?? 'off',
        since: factor?.state === 'on' ? factor.since : null,
        backupCodesLeft: factor?.backup?.hashes.length ?? null,
        /** Whether the secret was mailed. A mailed secret should be replaced. */
        mailed: factor?.state === 'on' && factor.mailed,
      },
      /** Whether an admin of the home can reset 2FA if the person loses phone and codes. */
      adminCanHelp: await canAdminHelp(view, user),
      enforcedBy: (await enforcing(view, user.id)).map(({ name }) => name),
    };
  });
