import type { App, Caller } from '../App';
import { command, query, precheck, type Act, type View } from '../command';
import { makeBackupCodes } from '../mechanism/backupCodes';
import { freshToken, hashToken, newId } from '../mechanism/tokens';
import { readCode } from '../mechanism/totp';
import { policy } from '../policy';
import type { BackupCodeSet, Challenge, Factor, User } from '../records';
import { Refusal, refuse } from '../refusals';
import { isExpired } from './expiry';
import { countNewCodes, requireNewCodesAllowed } from './newCodes';
import { beginEnrolment, finishEnrolment, makeEnrolment, openPending } from './enrolment';
import { prepareProof, verifyFactor, type FactorInput } from './secondFactor';
import { beginSession, endChallenges, endSessions } from './sessions';

interface Challenged {
  readonly challenge: Challenge;
  readonly user: User;
}

/** Returns the pending sign-in that belongs to a challenge token. Throws `challenge_expired`. */
async function challenged(
  { tx, now }: View,
  tokenHash: string,
  kind: Challenge['kind'],
): Promise<Challenged> {
  const challenge = await tx.challenges.get(tokenHash);
  const user = challenge && (await tx.users.get(challenge.userId));
  const isOpen = challenge?.kind === kind && !isExpired(challenge, now);
  if (!challenge || !user || !isOpen || user.disabledAt !== null) throw refuse('challenge_expired');
  return { challenge, user };
}

async function noted(act: Act, hash: string, kind: Challenge['kind']): Promise<Challenged> {
  const found = await challenged(act, hash, kind);
  act.note.actor = found.user.id;
  act.note.subject = found.user.id;
  return found;
}

/** Counts a failed attempt. The last allowed attempt ends the challenge. */
async function countTry({ tx }: Act, challenge: Challenge): Promise<void> {
  const tries = challenge.tries + 1;
  if (tries >= policy.challenge.tries) await tx.challenges.delete(challenge.tokenHash);
  else await tx.challenges.put({ ...challenge, tries });
}

/**
 * Whether this sign-in must show new backup codes, because the secret was mailed without codes or the stored
 * codes were never shown.
 */
const lacksCodes = (factor: Factor | null): boolean =>
  factor !== null && (factor.state !== 'on' || factor.backup?.shown === false);

/**
 * Completes a challenge with a code or a backup code. One transaction ends the challenge and starts the session.
 * The first code activates a mailed secret. If nobody saw the backup codes, new backup codes are created and
 * returned.
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
  const mayPass = proof.kind === 'code' && proof.step !== null && lacksCodes(proof.factor);
  const made = mayPass ? await makeBackupCodes(app.ports.random, app.passwords) : null;
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
    if (made) await act.tx.factors.put(withCodes(act, factor, made.set));
    if (factor.state !== 'on') await activated(act, user);
    await beginSession(act, user, fresh, { id, secondFactor: true });
    return {
      state: 'signed-in' as const,
      token: fresh.token,
      backupCodes: made?.codes ?? null,
      /** Number of remaining backup codes after a sign-in with a backup code; null otherwise. */
      backupCodesLeft: proof.kind === 'backup-code' ? (factor.backup?.hashes.length ?? 0) : null,
    };
  });
}

/** Returns the factor with new backup codes. A mailed factor becomes active. */
function withCodes({ now }: Act, factor: Factor, backup: BackupCodeSet): Factor {
  const kept = { ...factor, backup: { ...backup, shown: false } };
  return factor.state === 'on'
    ? kept
    : { ...kept, state: 'on', since: now, expiresAt: null, mailed: true };
}

/** Ends the sessions, sign-ins and setups that began before the mailed secret was activated. */
async function activated(act: Act, user: User): Promise<void> {
  await act.tx.pending.delete(user.id);
  await endSessions(act, user.id);
  await endChallenges(act, user.id);
  await act.mail(user.email, 'two-factor-on', { device: act.caller.device });
}

/** Cancels a sign-in. Canceling twice has no effect. */
export async function cancelChallenge(app: App, caller: Caller, input: { challenge: string }) {
  const hash = hashToken(input.challenge);
  return command(app, 'sign-in/canceled', caller, async ({ tx, note }) => {
    const challenge = await tx.challenges.get(hash);
    note.subject = challenge?.userId ?? null;
    await tx.challenges.delete(hash);
    return { done: true };
  });
}

/** Begins the setup of 2FA for a new member whose home requires 2FA before the first session. */
export async function startSetUp(app: App, caller: Caller, input: { challenge: string }) {
  const hash = hashToken(input.challenge);
  const found = await precheck(app, caller, async (view) => {
    const { user } = await challenged(view, hash, 'set-up');
    await requireNewCodesAllowed(view, user);
    return user;
  });
  const enrolment = found && (await makeEnrolment(app, found));
  return command(app, 'sign-up/two-factor-started', caller, async (act) => {
    const { challenge, user } = await noted(act, hash, 'set-up');
    await countNewCodes(act, user);
    if (!enrolment) throw refuse('stale');
    return beginEnrolment(act, user, { holder: challenge.id, replace: false }, enrolment);
  });
}

/** Verifies the first code of a setup during sign-up, and starts the first session. */
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
    await finishEnrolment(act, user, { ...input, code, holder: challenge.id }, opened);
    await beginSession(act, user, fresh, { id, secondFactor: true });
    return { state: 'signed-in' as const, token: fresh.token };
  });
}
