import type { App, Caller } from '../App';
import { precheck, type Act, type View } from '../command';
import { readBackupCode, spend } from '../mechanism/backupCodes';
import {
  initialLock,
  isDisabled,
  minutesLocked,
  recordFailure,
  recordSuccess,
} from '../mechanism/locks';
import { matchingStep, readCode, stepAt } from '../mechanism/totp';
import { policy } from '../policy';
import type { Factor, Lock, User } from '../records';
import { refuse, type Refusal } from '../refusals';
import { canAdminHelp } from './guards';
import { requireWithinLimit } from './limits';

/** What a person enters as a second factor. */
export type FactorInput =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'backup-code'; readonly code: string };

/** The same after the cryptography, with the state of the factor that it was computed for. */
export type FactorProof =
  | {
      readonly kind: 'code';
      readonly factor: Factor | null;
      /** The step whose code it is at the time of the request, or null. */
      readonly step: number | null;
    }
  | { readonly kind: 'backup-code'; readonly factor: Factor | null; readonly hash: string | null };

/**
 * Opens the secret, or derives the backup code's hash, before the transaction that decides. Malformed input
 * is rejected without counting as an attempt.
 */
export async function prepareProof(
  app: App,
  caller: Caller,
  input: FactorInput,
  findUser: (view: View) => Promise<string | null>,
): Promise<FactorProof> {
  const code = input.kind === 'code' ? readCode(input.code) : readBackupCode(input.code);
  if (code === null)
    throw refuse(input.kind === 'code' ? 'malformed_code' : 'malformed_backup_code');
  const time = app.ports.clock();
  const factor = await precheck(app, caller, async (view) => {
    const userId = await findUser(view);
    if (userId === null) return null;
    const lock = await view.tx.locks.get(codeLock(userId));
    const locked = lock !== undefined && minutesLocked(lock, view.now) > 0;
    return locked ? null : ((await view.tx.factors.get(userId)) ?? null);
  });
  if (input.kind === 'code') {
    const secret = factor && (await app.sealer.open(factor.secret, factor.userId, secretPurpose));
    return { kind: 'code', factor, step: secret && matchingStep(secret, code, time) };
  }
  const hash = factor?.backup ? await app.passwords.hash(code, factor.backup.phc) : null;
  return { kind: 'backup-code', factor, hash };
}

/** The purpose of sealed second-factor secrets. */
export const secretPurpose = 'factor';

export const codeLock = (userId: string) => `code ${userId}`;

/**
 * Verifies inside a command: a code is accepted once and only with a higher time step than the last one; a backup code
 * is used up. Returns the factor to store, or the counted refusal that the caller must throw.
 */
export async function verifyFactor(
  act: Act,
  user: User,
  proof: FactorProof,
): Promise<Factor | Refusal> {
  const lock = (await act.tx.locks.get(codeLock(user.id))) ?? initialLock(codeLock(user.id));
  const minutes = minutesLocked(lock, act.now);
  if (minutes > 0) return refuse('locked', { minutes });
  const factor = await act.tx.factors.get(user.id);
  if (!factor) return refuse('not_on');
  act.note.method = proof.kind;
  if (proof.kind === 'backup-code')
    return verifyBackupCode(act, user, { factor, lock }, proof.hash);
  const adminCanHelp = await canAdminHelp(act, user);
  if (isDisabled(lock, policy.codeLock)) return refuse('authenticator_disabled', { adminCanHelp });
  if (factor.expiresAt !== null && (factor.expiresAt <= act.now || factor.since > act.now))
    return refuse('invite_expired', { adminCanHelp });
  // Replaced while its code was being checked: the code belongs to the old one.
  if (proof.factor?.secret.box !== factor.secret.box) return refuse('challenge_expired');
  if (proof.step === null) return failed(act, user, lock);
  if (proof.step <= factor.lastStep) return replayed(act, user, { factor, lock });
  return passed(act, lock, { ...factor, lastStep: proof.step });
}

interface Checked {
  readonly factor: Factor;
  readonly lock: Lock;
}

/** A code of a used step, or of an earlier one. */
async function replayed(act: Act, user: User, { factor, lock }: Checked): Promise<Refusal> {
  if (factor.lastStep > stepAt(act.machineNow) + policy.code.drift) return clockSetBack(act, user);
  await act.mail(user.email, 'code-replayed', { device: act.caller.device });
  await act.tx.factors.put({ ...factor, replayedAt: act.now });
  return failed(act, user, lock);
}

/** The last accepted code is ahead of the machine's clock. Nobody's fault, so it isn't counted as an attempt. */
async function clockSetBack(act: Act, user: User): Promise<Refusal> {
  try {
    await requireWithinLimit(act, `clock-mail ${user.id}`, policy.clockMail);
    await act.mail(user.email, 'clock-set-back', { device: act.caller.device });
  } catch {
    // A mail about it was already sent.
  }
  return refuse('clock_set_back');
}

async function verifyBackupCode(
  act: Act,
  user: User,
  { factor, lock }: Checked,
  hash: string | null,
): Promise<Factor | Refusal> {
  if (!factor.backup?.hashes.length) return refuse('no_backup_codes');
  const backup = hash === null ? null : spend(factor.backup, hash);
  if (!backup) return failed(act, user, lock);
  await act.mail(user.email, 'backup-code-used', {
    left: backup.hashes.length,
    device: act.caller.device,
  });
  return passed(act, lock, { ...factor, backup });
}

async function passed({ tx }: Act, lock: Lock, factor: Factor): Promise<Factor> {
  await tx.factors.put(factor);
  if (lock.total > 0) await tx.locks.put(recordSuccess(lock));
  return factor;
}

async function failed(act: Act, user: User, lock: Lock): Promise<Refusal> {
  const struck = recordFailure(lock, policy.codeLock, act.now);
  await act.tx.locks.put(struck);
  if (struck.lockedUntil > act.now)
    await act.mail(user.email, 'locked', { minutes: minutesLocked(struck, act.now) });
  return refuse('wrong_code');
}
