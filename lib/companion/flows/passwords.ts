import type { App, Caller } from '../App';
import { command, precheck, type Act, type View } from '../command';
import {
  passwordRefusal,
  isLongEnoughAlone,
  type PasswordContext,
} from '../mechanism/passwordPolicy';
import { freshToken } from '../mechanism/tokens';
import type { User } from '../records';
import { refuse } from '../refusals';
import { actor, requireVersion, signedIn, workspacesOf } from './guards';
import { requirePassword } from './passwordLocks';
import { endChallenges, endSessions, renewSession } from './sessions';
import { requireSudoTry } from './sudo';

/**
 * Returns what the password rules need: the words that this person's password must not consist of, and whether
 * the account has a second factor.
 */
export async function passwordContext(view: View, user: User): Promise<PasswordContext> {
  const factor = await view.tx.factors.get(user.id);
  const workspaces = await workspacesOf(view, user.id);
  return {
    secondFactor: factor?.state === 'on' || factor?.state === 'reset',
    words: [user.emailKey.split('@')[0] ?? '', user.name, ...workspaces.map(({ name }) => name)],
  };
}

/**
 * Stores a new password. Voids every reset link and pending sign-in, and deletes the password that the demo
 * shows.
 */
export async function putPassword(
  act: Act,
  user: User,
  password: string,
  passwordHash: string,
): Promise<void> {
  await act.tx.users.put({
    ...user,
    passwordHash,
    passwordShort: !isLongEnoughAlone(password),
    version: user.version + 1,
  });
  await act.tx.demoPasswords.delete(user.id);
  await endChallenges(act, user.id);
  await endResetLinks(act, user.id);
}

/** Voids every reset link of a user. */
export async function endResetLinks({ tx }: Act, userId: string): Promise<void> {
  for (const { hash, kind } of await tx.tokens.where('about', userId))
    if (kind === 'reset') await tx.tokens.delete(hash);
}

/** What the Change password form sends. */
export interface PasswordChange {
  readonly current: string;
  readonly password: string;
  readonly confirm: string;
  /** Whether to end the other sessions. Default: true. */
  readonly signOutOthers: boolean;
  readonly version: number;
}

/** Changes the signed-in person's password. This session continues with a new token. */
export async function changePassword(app: App, caller: Caller, input: PasswordChange) {
  const guards = (user: User) => {
    if (user.method !== 'password') throw refuse('no_password');
    requireVersion(input.version, user);
    if (input.password !== input.confirm) throw refuse('password_mismatch');
  };
  const phc = await precheck(app, caller, async (view) => {
    const { user } = await signedIn(view);
    guards(user);
    return user.passwordHash;
  });
  const isRight = await app.passwords.verify(input.current, phc);
  const hash = isRight ? await app.passwords.hash(input.password) : '';
  const fresh = freshToken(app.ports.random);
  return command(app, 'password/changed', caller, async (act) => {
    const { session, user } = await actor(act);
    act.note.method = 'password';
    guards(user);
    await requireSudoTry(act, user.id);
    await requirePassword(act, { session, user }, isRight && user.passwordHash === phc);
    if (input.password.normalize('NFKC') === input.current.normalize('NFKC'))
      throw refuse('password_unchanged');
    const refusal = passwordRefusal(input.password, await passwordContext(act, user));
    if (refusal) throw refusal;
    await putPassword(act, user, input.password, hash);
    if (input.signOutOthers) await endSessions(act, user.id, session.id);
    await act.mail(user.email, 'password-changed', { device: caller.device });
    return renewSession(act, session, fresh, { authAt: act.now });
  });
}
