import type { App, Caller } from '../App';
import { command, precheck, type Act, type View } from '../command';
import { freshToken, hashToken } from '../mechanism/tokens';
import { policy } from '../policy';
import { Refusal, refuse } from '../refusals';
import { actor, signedIn } from './guards';
import { requireWithinLimit } from './limits';
import { prepareProof, verifyFactor, type FactorInput } from './secondFactor';
import { requirePassword } from './passwordLocks';
import { takeAssertion } from './signIn';
import { renewSession } from './sessions';

const userOf = async (view: View): Promise<string> => (await signedIn(view)).user.id;

/** Counts an attempt to re-authenticate, by any method. Throws `too_many`. */
export const requireSudoTry = (act: Act, userId: string): Promise<void> =>
  requireWithinLimit(act, `sudo ${userId}`, policy.sudo.limit);

/** Re-authenticates by password. The session continues with a new token. */
export async function sudoByPassword(app: App, caller: Caller, { password }: { password: string }) {
  const phc = await precheck(app, caller, async (view) => (await signedIn(view)).user.passwordHash);
  const isRight = await app.passwords.verify(password, phc);
  const fresh = freshToken(app.ports.random);
  return command(app, 'sudo/password', caller, async (act) => {
    const { session, user } = await actor(act);
    act.note.method = 'password';
    if (user.method !== 'password') throw refuse('no_password');
    await requireSudoTry(act, user.id);
    await requirePassword(act, { session, user }, isRight && user.passwordHash === phc);
    return renewSession(act, session, fresh, { authAt: act.now });
  });
}

/** Re-authenticates by second factor. Failed attempts count together with failed attempts at sign-in. */
export async function sudoByFactor(app: App, caller: Caller, input: FactorInput) {
  const proof = await prepareProof(app, caller, input, userOf);
  const fresh = freshToken(app.ports.random);
  return command(app, 'sudo/second-factor', caller, async (act) => {
    const { session, user } = await actor(act);
    const before = await act.tx.factors.get(user.id);
    if (before?.state !== 'on') throw refuse('not_on');
    await requireSudoTry(act, user.id);
    const factor = await verifyFactor(act, user, proof);
    if (factor instanceof Refusal) throw factor;
    return renewSession(act, session, fresh, { factorAt: act.now });
  });
}

/** Re-authenticates by a new assertion of the simulated Google for the same person. */
export async function sudoByGoogle(app: App, caller: Caller, { assertion }: { assertion: string }) {
  const hash = hashToken(assertion);
  const fresh = freshToken(app.ports.random);
  return command(app, 'sudo/google', caller, async (act) => {
    const { session, user } = await actor(act);
    act.note.method = 'google';
    await requireSudoTry(act, user.id);
    const sub = await takeAssertion(act, hash);
    if (user.googleSub !== sub) throw refuse('google_failed');
    return renewSession(act, session, fresh, { authAt: act.now });
  });
}
