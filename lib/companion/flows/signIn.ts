import type { App, Caller } from '../App';
import { command, precheck, query, type Act } from '../command';
import { addressKey, maskAddress } from '../mechanism/addresses';
import { freshToken, newId, type FreshToken } from '../mechanism/tokens';
import { policy } from '../policy';
import type { User } from '../records';
import { refuse } from '../refusals';
import { isExpired } from './expiry';
import { canAdminHelp, enforcingHome, userByAddress } from './guards';
import { countFailedSignIn, countSignIn, requireUnlocked } from './passwordLocks';
import { beginSession } from './sessions';
import { sweep } from './sweep';
import { lacksSecret, voidUnneededInvite } from './workspace/invitees';
import { makeMailedSecret, sendInvite, type MailedSecret } from './workspace/mailedSecret';

/** What follows the first factor: a session or a challenge. */
export type SignInResult =
  | { readonly state: 'signed-in'; readonly token: string }
  | {
      readonly state: 'challenge' | 'set-up';
      readonly challenge: string;
      /** The address of the account, masked because the caller has proved only the first factor. */
      readonly account: string;
      readonly methods: readonly string[];
      readonly adminCanHelp: boolean;
      /** Whether the secret was mailed and isn't active yet. Its first code activates it. */
      readonly mailed: boolean;
    };

/** Tokens and secret, generated before the transaction. The transaction uses those that it needs. */
export interface SignInTokens {
  readonly id: string;
  readonly session: FreshToken;
  readonly challenge: FreshToken;
  /** The secret to mail, or null if none is needed. */
  readonly secret: MailedSecret | null;
}

/**
 * Generates the tokens of a sign-in. Also generates a secret if enforcement requires 2FA and no secret was mailed
 * yet.
 */
export async function signInTokens(
  app: App,
  caller: Caller,
  user: User | null,
): Promise<SignInTokens> {
  const { random } = app.ports;
  const lacking =
    user && (await precheck(app, caller, async (view) => lacksSecret(view, user))) ? user : null;
  return {
    id: newId(random),
    session: freshToken(random),
    challenge: freshToken(random),
    secret: lacking && (await makeMailedSecret(app, lacking)),
  };
}

/** Mails an enforcement secret to a member who signs in before the enforcement job has reached them. */
async function mailSecret(act: Act, user: User, { secret }: SignInTokens): Promise<void> {
  if (user.emailVerifiedAt === null) throw refuse('verify_email_first');
  const home = await enforcingHome(act, user);
  if (!secret || !home) throw refuse('stale');
  await sendInvite(act, user, home, secret);
}

/**
 * Continues a sign-in after any first factor. Starts a session, or begins a challenge for the second factor. If
 * the home requires 2FA, a member is asked for the mailed secret; a new member sets up 2FA instead.
 */
export async function startSessionOrChallenge(
  act: Act,
  found: User,
  tokens: SignInTokens,
): Promise<SignInResult> {
  act.note.actor = found.id;
  act.note.subject = found.id;
  await voidUnneededInvite(act, found);
  const isNew = found.completedAt === null;
  if (!isNew && (await lacksSecret(act, found))) await mailSecret(act, found, tokens);
  const user = (await act.tx.users.get(found.id)) ?? found;
  const factor = await act.tx.factors.get(user.id);
  const home = await enforcingHome(act, user);
  if (!factor && !home) {
    await beginSession(act, user, tokens.session, { id: tokens.id, secondFactor: false });
    return { state: 'signed-in', token: tokens.session.token };
  }
  await beginChallenge(act, user, tokens, factor ? 'code' : 'set-up');
  return {
    state: factor ? 'challenge' : 'set-up',
    challenge: tokens.challenge.token,
    account: maskAddress(user.email),
    methods: factor?.backup?.hashes.length ? ['code', 'backup-code'] : ['code'],
    adminCanHelp: await canAdminHelp(act, user),
    mailed: factor !== undefined && factor.state !== 'on',
  };
}

async function beginChallenge(
  { tx, now, caller }: Act,
  user: User,
  tokens: SignInTokens,
  kind: 'code' | 'set-up',
): Promise<void> {
  const open = (await tx.challenges.where('userId', user.id)).toSorted(
    (a, b) => b.createdAt - a.createdAt,
  );
  for (const old of open.slice(policy.challenge.perUser - 1))
    await tx.challenges.delete(old.tokenHash);
  await tx.challenges.put({
    tokenHash: tokens.challenge.hash,
    id: tokens.id,
    userId: user.id,
    kind,
    tries: 0,
    createdAt: now,
    expiresAt: now + policy.challenge.lifetime,
    device: caller.device,
  });
}

/**
 * Signs in with email and password. Every failure gives the same response after the same time, because a hash is
 * computed even for an unknown address.
 */
export async function signInWithPassword(
  app: App,
  caller: Caller,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<SignInResult> {
  const key = addressKey(email);
  const known = await query(app, caller, (view) => userByAddress(view, key));
  const phc = known?.passwordHash ?? null;
  const isRight = await app.passwords.verify(password, phc);
  const newHash =
    isRight && phc !== null && app.passwords.isOld(phc) ? await app.passwords.hash(password) : phc;
  const tokens = await signInTokens(app, caller, isRight ? (known ?? null) : null);
  return command(app, 'sign-in/password', caller, async (act) => {
    act.note.method = 'password';
    await sweep(act);
    const user = await userByAddress(act, key);
    act.note.subject = user?.id ?? null;
    const lock = await requireUnlocked(act, key, user);
    if (!isRight || !user || user.disabledAt !== null || user.passwordHash !== phc) {
      await countFailedSignIn(act, lock, user);
      throw refuse('sign_in_failed');
    }
    await countSignIn(act, lock, user);
    const current = { ...user, passwordHash: newHash };
    if (newHash !== phc) await act.tx.users.put(current);
    return startSessionOrChallenge(act, current, tokens);
  });
}

/** Uses up an assertion. Returns the person's id at the identity provider. Throws `google_failed`. */
export async function takeAssertion({ tx, now }: Act, hash: string): Promise<string> {
  const token = await tx.tokens.get(hash);
  if (token?.kind !== 'google' || isExpired(token, now)) throw refuse('google_failed');
  await tx.tokens.delete(hash);
  return token.about;
}
