import type { App, Caller } from '../App';
import { command, query, type Act } from '../command';
import { addressKey, maskAddress } from '../mechanism/addresses';
import {
  recordSuccess,
  isDisabled,
  minutesLocked,
  initialLock,
  recordFailure,
} from '../mechanism/locks';
import { freshToken, newId, type FreshToken } from '../mechanism/tokens';
import { policy } from '../policy';
import type { Lock, User } from '../records';
import { refuse } from '../refusals';
import { enforcing, userByAddress } from './guards';
import { beginSession } from './sessions';
import { sweep } from './sweep';

/** How a sign-in goes on after its first factor. */
export type SignInAnswer =
  | { readonly state: 'signed-in'; readonly token: string }
  | {
      readonly state: 'challenge' | 'set-up';
      readonly challenge: string;
      /** Masked: it says which account, to someone who may know no more than a password. */
      readonly account: string;
      readonly methods: readonly string[];
    };

/** Tokens and an id made before the transaction, of which it uses those that it needs. */
export interface SignInTokens {
  readonly id: string;
  readonly session: FreshToken;
  readonly challenge: FreshToken;
}

export const signInTokens = ({ ports }: App): SignInTokens => ({
  id: newId(ports.random),
  session: freshToken(ports.random),
  challenge: freshToken(ports.random),
});

/**
 * After the first factor, whichever it was: a session, or what still has to be shown. A member who is under
 * enforcement and has nothing to show has to ask an admin; only a new one may set up here.
 */
export async function startSessionOrChallenge(
  act: Act,
  user: User,
  tokens: SignInTokens,
): Promise<SignInAnswer> {
  act.note.actor = user.id;
  act.note.subject = user.id;
  const factor = await act.tx.factors.get(user.id);
  const required = (await enforcing(act, user.id)).length > 0;
  if (!factor && !required) {
    await beginSession(act, user, tokens.session, { id: tokens.id, secondFactor: false });
    return { state: 'signed-in', token: tokens.session.token };
  }
  if (!factor && user.completedAt !== null) throw refuse('invite_expired');
  await beginChallenge(act, user, tokens, factor ? 'code' : 'set-up');
  return {
    state: factor ? 'challenge' : 'set-up',
    challenge: tokens.challenge.token,
    account: maskAddress(user.email),
    methods: factor?.backup ? ['code', 'backup-code'] : ['code'],
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

export const passwordLock = (emailKey: string) => `password ${emailKey}`;

/** Throws while wrong passwords for this address have locked it: known or not, right or wrong. */
async function requireUnlocked({ tx, now }: Act, key: string): Promise<Lock> {
  const lock = (await tx.locks.get(passwordLock(key))) ?? initialLock(passwordLock(key));
  const minutes = minutesLocked(lock, now);
  if (minutes > 0) throw refuse('locked', { minutes });
  if (isDisabled(lock, policy.passwordLock))
    throw refuse('locked', { minutes: policy.passwordLock.longest / 60_000 });
  return lock;
}

/**
 * E-mail and password. One answer for every kind of no, in one time: a hash is computed also for an address
 * that nobody has.
 */
export async function signInWithPassword(
  app: App,
  caller: Caller,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<SignInAnswer> {
  const key = addressKey(email);
  const known = await query(app, caller, (view) => userByAddress(view, key));
  const phc = known?.passwordHash ?? null;
  const right = await app.passwords.verify(password, phc);
  const newHash =
    right && phc !== null && app.passwords.isOld(phc) ? await app.passwords.hash(password) : phc;
  const tokens = signInTokens(app);
  return command(app, 'sign-in/password', caller, async (act) => {
    act.note.method = 'password';
    await sweep(act);
    const lock = await requireUnlocked(act, key);
    const user = await userByAddress(act, key);
    act.note.subject = user?.id ?? null;
    if (!right || !user || user.disabledAt !== null || user.passwordHash !== phc) {
      const struck = recordFailure(lock, policy.passwordLock, act.now);
      await act.tx.locks.put(struck);
      if (user && struck.lockedUntil > act.now)
        await act.mail(user.email, 'locked', { minutes: minutesLocked(struck, act.now) });
      throw refuse('sign_in_failed');
    }
    if (lock.total > 0) await act.tx.locks.put(recordSuccess(lock));
    const current = { ...user, passwordHash: newHash };
    if (newHash !== phc) await act.tx.users.put(current);
    return startSessionOrChallenge(act, current, tokens);
  });
}

/** Spends an assertion; answers the identity provider's id of the person. */
export async function takeAssertion({ tx, now }: Act, hash: string): Promise<string> {
  const token = await tx.tokens.get(hash);
  if (token?.kind !== 'google' || token.expiresAt <= now) throw refuse('google_failed');
  await tx.tokens.delete(hash);
  return token.about;
}
