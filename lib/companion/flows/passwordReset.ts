import { clientKey, type App, type Caller } from '../App';
import { command, query, precheck, type Act, type View } from '../command';
import { addressKey, maskAddress } from '../mechanism/addresses';
import { passwordRefusal } from '../mechanism/passwordPolicy';
import type { Sealed } from '../mechanism/Sealed';
import { freshToken, hashToken, type FreshToken } from '../mechanism/tokens';
import { policy } from '../policy';
import type { User } from '../records';
import { refuse } from '../refusals';
import { actor, signedIn, userByAddress } from './guards';
import { isExpired } from './expiry';
import { requireNotUsedUp, requireWithinLimit } from './limits';
import { sealMail } from './mailbox';
import { endResetLinks, passwordContext, putPassword } from './passwords';
import { isKnownClient, openPasswordLocks } from './passwordLocks';
import { endCallersSession, endSessions } from './sessions';

const { lifetime, cooldown, perAccount, perClient, finish } = policy.resetLink;

interface ResetLink {
  readonly fresh: FreshToken;
  readonly sealed: Sealed;
}

/** Creates a reset link. The token follows the `#`, so that it appears in no log or referrer. */
async function makeLink(app: App, email: string): Promise<ResetLink> {
  const fresh = freshToken(app.ports.random);
  return { fresh, sealed: await sealMail(app, email, { link: `#/reset-password/${fresh.token}` }) };
}

/**
 * Limits reset mails by address and by client. A client that signed in to the account has its own limit, so that
 * strangers can't use up the owner's limit.
 */
async function requireLimits(act: Act, emailKey: string, user: User | undefined): Promise<void> {
  const who = isKnownClient(user, act.caller) ? ` ${act.caller.client ?? ''}` : '';
  await requireNotUsedUp(act, `reset ${emailKey}${who}`, perAccount);
  await requireWithinLimit(act, `reset-client ${clientKey(act.caller)}`, perClient);
  await requireWithinLimit(act, `reset-cooldown ${emailKey}${who}`, cooldown);
  await requireWithinLimit(act, `reset ${emailKey}${who}`, perAccount);
}

/**
 * Mails a reset link. An account that signs in by Google gets a mail without a link instead. Only the newest link
 * works.
 */
async function sendReset(act: Act, user: User, { fresh, sealed }: ResetLink): Promise<void> {
  if (user.method === 'google') return act.mail(user.email, 'reset-by-google');
  await endResetLinks(act, user.id);
  await act.tx.tokens.put({
    hash: fresh.hash,
    kind: 'reset',
    about: user.id,
    createdAt: act.now,
    expiresAt: act.now + lifetime,
  });
  return act.mail(user.email, 'reset-asked', { minutes: lifetime / 60_000 }, sealed);
}

/**
 * Mails a reset link from the sign-in page. Response and effort are the same for every address, but only an
 * account's address gets a mail.
 */
export async function forgotPassword(app: App, caller: Caller, { email }: { email: string }) {
  const key = addressKey(email);
  const link = await makeLink(app, key);
  return command(app, 'password-reset/forgotten', caller, async (act) => {
    const user = await userByAddress(act, key);
    await requireLimits(act, key, user);
    act.note.subject = user?.id ?? null;
    if (user && user.disabledAt === null) await sendReset(act, user, link);
    return { sent: true };
  });
}

/** Mails a reset link from the Security tab to the account's own address. */
export async function mailOwnReset(app: App, caller: Caller) {
  const email = await precheck(app, caller, async (view) => (await signedIn(view)).user.email);
  const link = await makeLink(app, email ?? '');
  return command(app, 'password-reset/asked', caller, async (act) => {
    const { user } = await actor(act);
    await requireLimits(act, user.emailKey, user);
    await sendReset(act, user, link);
    return { sentTo: maskAddress(user.email) };
  });
}

async function requireLink({ tx, now }: View, hash: string): Promise<User> {
  const token = await tx.tokens.get(hash);
  const user = token?.kind === 'reset' ? await tx.users.get(token.about) : undefined;
  if (!token || !user || isExpired(token, now) || user.disabledAt !== null)
    throw refuse('reset_expired');
  return user;
}

/** Returns the masked address of the account that a reset link belongs to. Doesn't use up the link. */
export const getResetLink = (app: App, caller: Caller, { token }: { token: string }) =>
  query(app, caller, async (view) => {
    const user = await requireLink(view, hashToken(token));
    const { secondFactor } = await passwordContext(view, user);
    const { alone, withSecondFactor } = policy.password;
    return { account: maskAddress(user.email), least: secondFactor ? withSecondFactor : alone };
  });

/** Sets a new password with a mailed link. Ends all sessions and starts none. The second factor stays. */
export async function finishReset(
  app: App,
  caller: Caller,
  input: { readonly token: string; readonly password: string; readonly confirm: string },
) {
  const linkHash = hashToken(input.token);
  const attempts = `reset-finish ${clientKey(caller)}`;
  const found = await precheck(app, caller, async (view) => {
    await requireNotUsedUp(view, attempts, finish);
    return requireLink(view, linkHash);
  });
  // Without a valid link, no password is hashed.
  const phc = found?.passwordHash ?? null;
  const isUnchanged = found !== null && (await app.passwords.verify(input.password, phc));
  const hash = found === null ? '' : await app.passwords.hash(input.password);
  return command(app, 'password-reset/done', caller, async (act) => {
    act.note.method = 'link';
    await requireWithinLimit(act, attempts, finish);
    const user = await requireLink(act, linkHash);
    act.note.subject = user.id;
    if (input.password !== input.confirm) throw refuse('password_mismatch');
    if (found === null || user.passwordHash !== phc) throw refuse('reset_expired');
    if (isUnchanged) throw refuse('password_unchanged');
    const refusal = passwordRefusal(input.password, await passwordContext(act, user));
    if (refusal) throw refusal;
    await putPassword(act, user, input.password, hash);
    await endSessions(act, user.id);
    await endCallersSession(act);
    await openPasswordLocks(act, user);
    await act.mail(user.email, 'reset-done', { device: caller.device });
    return { done: true };
  });
}
