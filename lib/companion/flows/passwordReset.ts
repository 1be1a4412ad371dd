import type { App, Caller } from '../App';
import { command, query, precheck, type Act, type View } from '../command';
import { addressKey, maskAddress } from '../mechanism/addresses';
import { recordSuccess } from '../mechanism/locks';
import { passwordRefusal } from '../mechanism/passwordPolicy';
import type { Sealed } from '../mechanism/Sealed';
import { freshToken, hashToken, type FreshToken } from '../mechanism/tokens';
import { policy } from '../policy';
import type { User } from '../records';
import { refuse } from '../refusals';
import { actor, signedIn, userByAddress } from './guards';
import { requireWithinLimit } from './limits';
import { sealMail } from './mailbox';
import { endResetLinks, passwordContext, putPassword } from './passwords';
import { endSessions } from './sessions';
import { passwordLock } from './signIn';

const { lifetime, cooldown, perAccount, global } = policy.resetLink;

interface ResetLink {
  readonly fresh: FreshToken;
  readonly sealed: Sealed;
}

/** The link holds the token behind its `#`: it is in no log and no referrer. */
async function makeLink(app: App, email: string): Promise<ResetLink> {
  const fresh = freshToken(app.ports.random);
  return { fresh, sealed: await sealMail(app, email, { link: `#/reset-password/${fresh.token}` }) };
}

/** By the address, wherever it is asked from: known or not, it has one count. */
async function requireLimits(act: Act, emailKey: string): Promise<void> {
  const id = `address ${emailKey}`;
  await requireWithinLimit(act, `reset-cooldown ${id}`, cooldown);
  await requireWithinLimit(act, `reset ${id}`, perAccount);
  await requireWithinLimit(act, 'reset', global);
}

/** Mails what fits the account: a link, or that it has no password. Only the newest link works. */
async function sendReset(act: Act, user: User, { fresh, sealed }: ResetLink): Promise<void> {
  if (user.method === 'google') return act.mail(user.email, 'reset-by-google');
  await endResetLinks(act, user.id);
  await act.tx.tokens.put({
    hash: fresh.hash,
    kind: 'reset',
    about: user.id,
    expiresAt: act.now + lifetime,
  });
  return act.mail(user.email, 'reset-asked', { minutes: lifetime / 60_000 }, sealed);
}

/** From the sign-in page. One answer and one effort for every address; a mail only to an account's own. */
export async function forgotPassword(app: App, caller: Caller, { email }: { email: string }) {
  const key = addressKey(email);
  const link = await makeLink(app, key);
  return command(app, 'password-reset/forgotten', caller, async (act) => {
    await requireLimits(act, key);
    const user = await userByAddress(act, key);
    act.note.subject = user?.id ?? null;
    if (user && user.disabledAt === null) await sendReset(act, user, link);
    return { sent: true };
  });
}

/** From the Security tab: to the account's own address and no other. */
export async function mailOwnReset(app: App, caller: Caller) {
  const email = await precheck(app, caller, async (view) => (await signedIn(view)).user.email);
  const link = await makeLink(app, email ?? '');
  return command(app, 'password-reset/asked', caller, async (act) => {
    const { user } = await actor(act);
    await requireLimits(act, user.emailKey);
    await sendReset(act, user, link);
    return { sentTo: maskAddress(user.email) };
  });
}

async function requireLink({ tx, now }: View, hash: string): Promise<User> {
  const token = await tx.tokens.get(hash);
  const user = token?.kind === 'reset' ? await tx.users.get(token.about) : undefined;
  if (!token || !user || token.expiresAt <= now || user.disabledAt !== null)
    throw refuse('reset_expired');
  return user;
}

/** Whose password a link sets, masked. Looking spends nothing. */
export const getResetLink = (app: App, caller: Caller, { token }: { token: string }) =>
  query(app, caller, async (view) => {
    const user = await requireLink(view, hashToken(token));
    const { secondFactor } = await passwordContext(view, user);
    const { alone, withSecondFactor } = policy.password;
    return { account: maskAddress(user.email), least: secondFactor ? withSecondFactor : alone };
  });

/** Sets a new password by a mailed link. Signs nobody in; all sessions end, the second factor stays. */
export async function finishReset(
  app: App,
  caller: Caller,
  input: { readonly token: string; readonly password: string; readonly confirm: string },
) {
  const linkHash = hashToken(input.token);
  const phc = await precheck(
    app,
    caller,
    async (view) => (await requireLink(view, linkHash)).passwordHash,
  );
  const unchanged = await app.passwords.verify(input.password, phc);
  const hash = await app.passwords.hash(input.password);
  return command(app, 'password-reset/done', caller, async (act) => {
    act.note.method = 'link';
    const user = await requireLink(act, linkHash);
    act.note.subject = user.id;
    if (input.password !== input.confirm) throw refuse('password_mismatch');
    if (user.passwordHash !== phc) throw refuse('reset_expired');
    if (unchanged) throw refuse('password_unchanged');
    const refusal = passwordRefusal(input.password, await passwordContext(act, user));
    if (refusal) throw refusal;
    await putPassword(act, user, input.password, hash);
    await endSessions(act, user.id);
    await endCallersSession(act);
    const lock = await act.tx.locks.get(passwordLock(user.emailKey));
    if (lock) await act.tx.locks.put({ ...recordSuccess(lock), lockedUntil: 0, level: 0 });
    await act.mail(user.email, 'reset-done', { device: caller.device });
    return { done: true };
  });
}

/** Whoever else is signed in where the link was opened: afterwards there is one account at work, or none. */
async function endCallersSession({ tx, caller }: Act): Promise<void> {
  if (caller.tokenHash === null) return;
  for (const { id } of await tx.sessions.where('tokenHash', caller.tokenHash))
    await tx.sessions.delete(id);
}
