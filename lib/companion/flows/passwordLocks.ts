import { clientKey, type Caller } from '../App';
import type { Act, View } from '../command';
import {
  initialLock,
  isDisabled,
  minutesLocked,
  openLock,
  recordFailure,
  recordSuccess,
} from '../mechanism/locks';
import { policy } from '../policy';
import type { Lock, User } from '../records';
import { refuse } from '../refusals';
import type { SignedIn } from './guards';
import { requireNotUsedUp, requireWithinLimit } from './limits';
import { boundStrangerLocks } from './sweep';

/** Id of the lock that counts failures of all clients unknown to the account. */
const strangersLock = (emailKey: string) => `password ${emailKey}`;

const clientLock = (emailKey: string, client: string) => `password ${emailKey} ${client}`;

/** Id of the lock that counts wrong passwords at re-authentication. */
const proofLock = (userId: string) => `proof ${userId}`;

export const isKnownClient = (user: User | undefined, { client }: Caller): boolean =>
  client !== null && (user?.clients.includes(client) ?? false);

/** Throws `locked` while the lock lasts, even if the password is right. */
function requireOpen(lock: Lock, now: number): void {
  const minutes = minutesLocked(lock, now);
  if (minutes > 0) throw refuse('locked', { minutes });
  if (isDisabled(lock, policy.passwordLock))
    throw refuse('locked', { minutes: policy.passwordLock.longest / 60_000 });
}

const lockOr = async ({ tx }: View, id: string): Promise<Lock> =>
  (await tx.locks.get(id)) ?? initialLock(id);

/** The lock that counts the failures of a sign-in. */
export interface SignInLock {
  readonly lock: Lock;
  readonly isKnown: boolean;
}

/**
 * Throws `locked` while wrong passwords lock this address for this client, whether or not the address has an
 * account. Throws `too_many` if the client has failed too often. A client that signed in before has its own lock,
 * so that strangers can't lock it out.
 */
export async function requireUnlocked(
  act: Act,
  key: string,
  user: User | undefined,
): Promise<SignInLock> {
  await requireNotUsedUp(act, `sign-in ${clientKey(act.caller)}`, policy.signInPerClient);
  const { client } = act.caller;
  if (client !== null && isKnownClient(user, act.caller)) {
    const own = await lockOr(act, clientLock(key, client));
    if (own.total < policy.knownClientTries) return { lock: own, isKnown: true };
  }
  const lock = await lockOr(act, strangersLock(key));
  requireOpen(lock, act.now);
  return { lock, isKnown: false };
}

/** Counts a failed sign-in. Mails the owner if the failure locks the account. */
export async function countFailedSignIn(
  act: Act,
  { lock, isKnown }: SignInLock,
  user: User | undefined,
): Promise<void> {
  await requireWithinLimit(act, `sign-in ${clientKey(act.caller)}`, policy.signInPerClient);
  const rule = isKnown ? { ...policy.passwordLock, strikes: Infinity } : policy.passwordLock;
  const struck = recordFailure(lock, rule, act.now);
  await act.tx.locks.put({ ...struck, strangerAt: user ? null : act.now });
  if (!user && lock.total === 0) await boundStrangerLocks(act.tx);
  if (user && struck.lockedUntil > act.now)
    await act.mail(user.email, 'locked', { minutes: minutesLocked(struck, act.now) });
}

/** Counts a successful sign-in, which resets the failures in a row. */
export async function countSignIn(act: Act, { lock }: SignInLock, user: User): Promise<void> {
  if (lock.total > 0) await act.tx.locks.put(recordSuccess(lock));
  const { client } = act.caller;
  if (client !== null) await act.tx.locks.delete(clientLock(user.emailKey, client));
}

/**
 * Checks a password at re-authentication. Wrong passwords count on a separate lock, which has the same rules as
 * the lock at sign-in. Too many wrong passwords in a row end the session.
 */
export async function requirePassword(
  act: Act,
  { session, user }: SignedIn,
  isRight: boolean,
): Promise<void> {
  const lock = await lockOr(act, proofLock(user.id));
  requireOpen(lock, act.now);
  if (isRight) {
    if (lock.total > 0) await act.tx.locks.put(recordSuccess(lock));
    return;
  }
  const struck = recordFailure(lock, policy.passwordLock, act.now);
  await act.tx.locks.put(struck);
  if (struck.lockedUntil > act.now)
    await act.mail(user.email, 'locked', { minutes: minutesLocked(struck, act.now) });
  if (struck.total < policy.proofsBeforeSignOut) throw refuse('wrong_password');
  await act.tx.sessions.delete(session.id);
  throw refuse('signed_out');
}

/** Resets all password locks of the account after a password reset. */
export async function openPasswordLocks({ tx }: Act, user: User): Promise<void> {
  const ids = [
    strangersLock(user.emailKey),
    proofLock(user.id),
    ...user.clients.map((client) => clientLock(user.emailKey, client)),
  ];
  for (const id of ids) {
    const lock = await tx.locks.get(id);
    if (lock) await tx.locks.put(openLock(lock));
  }
}
