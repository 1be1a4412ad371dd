import type { App, Caller } from '../App';
import { command, query, precheck, type Act, type View } from '../command';
import { makeBackupCodes } from '../mechanism/backupCodes';
import { freshToken, hashToken, newId } from '../mechanism/tokens';
import { matchingStep, readCode } from '../mechanism/totp';
import { policy } from '../policy';
import type { Challenge, User } from '../records';
import { Refusal, refuse } from '../refusals';
import { beginEnrolment, finishEnrolment, makeEnrolment, openPending } from './enrolment';
import { prepareProof, verifyFactor, type FactorInput } from './secondFactor';
import { beginSession } from './sessions';

interface Challenged {
  readonly challenge: Challenge;
  readonly user: User;
}

/** The sign-in that a challenge's token stands for. Throws `challenge_expired`. */
async function challenged(
  { tx, now }: View,
  tokenHash: string,
  kind: Challenge['kind'],
): Promise<Challenged> {
  const challenge = await tx.challenges.get(tokenHash);
  const user = challenge && (await tx.users.get(challenge.userId));
  const alive = challenge?.kind === kind && challenge.expiresAt > now;
  if (!challenge || !user || !alive || user.disabledAt !== null) throw refuse('challenge_expired');
  return { challenge, user };
}

async function noted(act: Act, hash: string, kind: Challenge['kind']): Promise<Challenged> {
  const found = await challenged(act, hash, kind);
  act.note.actor = found.user.id;
  act.note.subject = found.user.id;
  return found;
}

/** One try is used; the last one ends the challenge. */
async function countTry({ tx }: Act, challenge: Challenge): Promise<void> {
  const tries = challenge.tries + 1;
  if (tries >= policy.challenge.tries) await tx.challenges.delete(challenge.tokenHash);
  else await tx.challenges.put({ ...challenge, tries });
}

/**
 * Answers a challenge with a code or a backup code; the challenge is spent in the transaction that begins the
 * session. A mailed secret becomes active by its first code: then the backup codes are shown, this once.
 */
export async function answerChallenge(
  app: App,
  caller: Caller,
  input: FactorInput & { readonly challenge: string },
) {
  const hash = hashToken(input.challenge);
  const proof = await prepareProof(
    app,
    caller,
    input,
    async ({ tx }) => (await tx.challenges.get(hash))?.userId ?? null,
  );
  const activates =
    proof.kind === 'code' &&
    proof.secret !== null &&
    proof.factor?.state !== 'on' &&
    matchingStep(proof.secret, proof.code, app.ports.clock()) !== null;
  const made = activates ? await makeBackupCodes(app.ports.random, app.passwords) : null;
  const fresh = freshToken(app.ports.random);
  const id = newId(app.ports.random);
  return command(app, 'sign-in/challenge', caller, async (act) => {
    const { challenge, user } = await noted(act, hash, 'code');
    const factor = await verifyFactor(act, user, proof);
    if (factor instanceof Refusal) {
      if (factor.code === 'wrong_code') await countTry(act, challenge);
      throw factor;
    }
    await act.tx.challenges.delete(hash);
    await beginSession(act, user, fresh, { id, secondFactor: true });
    if (factor.state !== 'on') {
      if (!made) throw refuse('challenge_expired');
      await act.tx.factors.put({
        ...factor,
        state: 'on',
        since: act.now,
        backup: made.set,
        expiresAt: null,
        mailed: true,
      });
      await act.mail(user.email, 'two-factor-on', { device: caller.device });
    }
    return {
      state: 'signed-in' as const,
      token: fresh.token,
      backupCodes: factor.state === 'on' ? null : (made?.codes ?? null),
      /** Of a backup code in use: how many are left. */
      backupCodesLeft: proof.kind === 'backup-code' ? (factor.backup?.hashes.length ?? 0) : null,
    };
  });
}

/** Back to sign-in: the challenge is dead. Twice does no harm. */
export async function cancelChallenge(app: App, caller: Caller, input: { challenge: string }) {
  const hash = hashToken(input.challenge);
  return command(app, 'sign-in/cancelled', caller, async ({ tx, note }) => {
    const challenge = await tx.challenges.get(hash);
    note.subject = challenge?.userId ?? null;
    await tx.challenges.delete(hash);
    return { done: true };
  });
}

/** A new member under enforcement sets up 2FA before the first session. */
export async function startSetUp(app: App, caller: Caller, input: { challenge: string }) {
  const hash = hashToken(input.challenge);
  const found = await precheck(app, caller, (view) => challenged(view, hash, 'set-up'));
  const enrolment = found && (await makeEnrolment(app, found.user));
  return command(app, 'sign-up/two-factor-started', caller, async (act) => {
    const { challenge, user } = await noted(act, hash, 'set-up');
    if (!enrolment) throw refuse('challenge_expired');
    return beginEnrolment(act, user, challenge.id, enrolment);
  });
}

/** The first code of that set-up ends sign-up and begins the first session. */
export async function verifySetUp(
  app: App,
  caller: Caller,
  input: { readonly challenge: string; readonly enrolment: string; readonly code: string },
) {
  const code = readCode(input.code);
  if (code === null) throw refuse('malformed_code');
  const hash = hashToken(input.challenge);
  const pending = await query(app, caller, async ({ tx }) => {
    const userId = (await tx.challenges.get(hash))?.userId;
    return userId === undefined ? null : ((await tx.pending.get(userId)) ?? null);
  });
  const opened = pending && (await openPending(app, pending));
  const fresh = freshToken(app.ports.random);
  const id = newId(app.ports.random);
  return command(app, 'sign-up/two-factor-on', caller, async (act) => {
    const { challenge, user } = await noted(act, hash, 'set-up');
    await finishEnrolment(act, user, challenge.id, { ...input, code }, opened);
    await beginSession(act, user, fresh, { id, secondFactor: true });
    return { state: 'signed-in' as const, token: fresh.token };
  });
}
