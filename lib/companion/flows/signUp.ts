import type { App, Caller } from '../App';
import { command, query, rehearse, type Act, type View } from '../command';
import { addressKey, isAddress } from '../mechanism/addresses';
import { passwordRefusal } from '../mechanism/passwordPolicy';
import { freshToken, hashToken, newId } from '../mechanism/tokens';
import { policy } from '../policy';
import type { Token } from '../records';
import { refuse } from '../refusals';
import { createAccount } from './accounts';
import { actor, signedIn, userByAddress } from './guards';
import { requireWithinLimit } from './limits';
import { sealMail } from './mailbox';
import { forgetUser, sweep } from './sweep';

type TokenOf<K extends Token['kind']> = Extract<Token, { kind: K }>;

/** A mailed link that is still good, without spending it. Throws `link_expired`. */
async function requireLink<K extends Token['kind']>(
  { tx, now }: View,
  hash: string,
  kind: K,
): Promise<TokenOf<K>> {
  const token = await tx.tokens.get(hash);
  const isOfKind = (each: Token): each is TokenOf<K> => each.kind === kind;
  if (!token || !isOfKind(token) || token.expiresAt <= now) throw refuse('link_expired');
  return token;
}

export interface SignUp {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly confirm: string;
}

function requireGoodForm({ name, email, password, confirm }: SignUp): void {
  if (!isAddress(email)) throw refuse('bad_address');
  if (password !== confirm) throw refuse('password_mismatch');
  const words = [email.split('@')[0] ?? '', name];
  const refusal = passwordRefusal(password, { secondFactor: false, words });
  if (refusal) throw refusal;
}

/** An account that was begun and not finished makes way; a finished one is in the way. */
async function makeWay(act: Act, key: string): Promise<boolean> {
  const owner = await userByAddress(act, key);
  if (owner && owner.completedAt !== null) return false;
  if (owner) await forgetUser(act.tx, owner.id);
  return true;
}

/**
 * Asks for an account: a link goes to the address, and the account begins when it is opened. Whether the
 * address has an account already is said only to its mailbox.
 */
export async function signUp(app: App, caller: Caller, input: SignUp) {
  requireGoodForm(input);
  const email = input.email.trim();
  const key = addressKey(email);
  const passwordHash = await app.passwords.hash(input.password);
  const fresh = freshToken(app.ports.random);
  const sealed = await sealMail(app, email, { link: `#/verify-address/${fresh.token}` });
  return command(app, 'sign-up/asked', caller, async (act) => {
    await sweep(act);
    await requireWithinLimit(act, `sign-up ${key}`, policy.signUp.perAddress);
    await requireWithinLimit(act, 'sign-up', policy.signUp.global);
    const owner = await userByAddress(act, key);
    if (owner && owner.completedAt !== null) {
      await act.mail(owner.email, 'address-in-use');
      return { sent: true };
    }
    await endSignUps(act, key);
    await act.tx.tokens.put({
      hash: fresh.hash,
      kind: 'sign-up',
      about: key,
      expiresAt: act.now + policy.verifyLink.lifetime,
      email,
      name: input.name,
      passwordHash,
    });
    await act.mail(email, 'verify-address', { name: input.name }, sealed);
    return { sent: true };
  });
}

/** Only the newest link works. */
async function endSignUps({ tx }: Act, key: string): Promise<void> {
  for (const { hash, kind } of await tx.tokens.where('about', key))
    if (kind === 'sign-up') await tx.tokens.delete(hash);
}

/** Opens the mailed link: the address is verified and the account begins. Then one signs in. */
export async function verifySignUp(app: App, caller: Caller, { token }: { token: string }) {
  const hash = hashToken(token);
  const id = newId(app.ports.random);
  return command(app, 'sign-up/verified', caller, async (act) => {
    act.note.method = 'link';
    const link = await requireLink(act, hash, 'sign-up');
    await act.tx.tokens.delete(hash);
    if (!(await makeWay(act, link.about))) throw refuse('link_expired');
    const user = await createAccount(act, {
      ...link,
      id,
      emailVerified: true,
      // The form asked for a password that stands alone.
      passwordShort: false,
      googleSub: null,
      workspaceId: null,
    });
    act.note.subject = user.id;
    return { email: user.email };
  });
}

/** What a workspace's invitation says, without spending it. */
export const lookAtInvitation = (app: App, caller: Caller, { token }: { token: string }) =>
  query(app, caller, async (view) => {
    const link = await requireLink(view, hashToken(token), 'invite');
    const workspace = await view.tx.workspaces.get(link.workspaceId);
    if (!workspace) throw refuse('link_expired');
    return { email: link.email, workspace: workspace.name, enforced: workspace.enforced };
  });

/** Signs up by an invitation: whoever opened its link has the address, so that nothing more is mailed. */
export async function acceptInvitation(
  app: App,
  caller: Caller,
  input: Omit<SignUp, 'email'> & { readonly token: string },
) {
  const hash = hashToken(input.token);
  const invited = await rehearse(app, caller, (view) => requireLink(view, hash, 'invite'));
  if (invited) requireGoodForm({ ...input, email: invited.email });
  const passwordHash = invited && (await app.passwords.hash(input.password));
  const id = newId(app.ports.random);
  return command(app, 'sign-up/invitation-accepted', caller, async (act) => {
    act.note.method = 'link';
    const link = await requireLink(act, hash, 'invite');
    await act.tx.tokens.delete(hash);
    if (passwordHash === null || !(await makeWay(act, addressKey(link.email))))
      throw refuse('link_expired');
    const user = await createAccount(act, {
      id,
      name: input.name,
      email: link.email,
      emailVerified: true,
      passwordHash,
      passwordShort: false,
      googleSub: null,
      workspaceId: link.workspaceId,
    });
    act.note.subject = user.id;
    act.note.workspaceId = link.workspaceId;
    return { email: user.email };
  });
}

/** Mails a link by which a signed-in person proves the address, where the identity provider did not. */
export async function mailVerification(app: App, caller: Caller) {
  const email = await rehearse(app, caller, async (view) => (await signedIn(view)).user.email);
  const fresh = freshToken(app.ports.random);
  const sealed = await sealMail(app, email ?? '', { link: `#/verify-email/${fresh.token}` });
  return command(app, 'address/verification-asked', caller, async (act) => {
    const { user } = await actor(act);
    await requireWithinLimit(act, `verify ${user.id}`, policy.signUp.perAddress);
    if (user.emailVerifiedAt === null) {
      await act.tx.tokens.put({
        hash: fresh.hash,
        kind: 'verify-email',
        about: user.id,
        expiresAt: act.now + policy.verifyLink.lifetime,
      });
      await act.mail(user.email, 'verify-address', { name: user.name }, sealed);
    }
    return { sent: true };
  });
}

/** Opens that link. */
export async function verifyEmail(app: App, caller: Caller, { token }: { token: string }) {
  const hash = hashToken(token);
  return command(app, 'address/verified', caller, async (act) => {
    act.note.method = 'link';
    const link = await requireLink(act, hash, 'verify-email');
    const user = await act.tx.users.get(link.about);
    if (!user) throw refuse('link_expired');
    act.note.subject = user.id;
    await act.tx.tokens.delete(hash);
    await act.tx.users.put({ ...user, emailVerifiedAt: act.now, version: user.version + 1 });
    return { email: user.email };
  });
}
