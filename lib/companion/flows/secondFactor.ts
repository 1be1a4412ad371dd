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

/** The checked input, with the state of the factor at the time of the check. */
export type FactorProof =
  | {
      readonly kind: 'code';
      readonly factor: Factor | null;
      /** The time step that the code belongs to, or null if the code is wrong. */
      readonly step: number | null;
    }
  | { readonly kind: 'backup-code'; readonly factor: Factor | null; readonly hash: string | null };

/**
 * Finds the time step of a code, or computes the hash of a backup code, before the transaction. Throws for
 * malformed input, which doesn't count as an attempt.
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

/** The purpose under which second-factor secrets are sealed. */
export const secretPurpose = 'factor';

export const codeLock = (userId: string) => `code ${userId}`;

/**
 * Verifies a second factor inside a command. A code is accepted once, and only if its time step is higher than
 * the last accepted time step. A backup code is used up. Returns the updated factor, or a refusal that the caller
 * must throw so that the counted attempt is stored.
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
  // The factor was replaced while the code was checked, so the code belongs to the old factor.
  if (proof.factor?.secret.box !== factor.secret.box) return refuse('challenge_expired');
  if (proof.step === null) return failed(act, user, lock);
  if (proof.step <= factor.lastStep) return replayed(act, user, { factor, lock });
  return passed(act, lock, { ...factor, lastStep: proof.step });
}

interface Checked {
  readonly factor: Factor;
  readonly lock: Lock;
}

/** Handles a correct code whose time step isn't above the last accepted time step. */
async function replayed(act: Act, user: User, { factor, lock }: Checked): Promise<Refusal> {
  if (factor.lastStep > stepAt(act.machineNow) + policy.code.drift) return clockSetBack(act, user);
  await act.mail(user.email, 'code-replayed', { device: act.caller.device });
  await act.tx.factors.put({ ...factor, replayedAt: act.now });
  return failed(act, user, lock);
}

/**
 * Handles a code that was refused because the machine's clock is behind the last accepted code. The refusal
 * doesn't count as an attempt.
 */
async function clockSetBack(act: Act, user: User): Promise<Refusal> {
  try {
    await requireWithinLimit(act, `clock-mail ${user.id}`, policy.clockMail);
    await act.mail(user.email, 'clock-set-back', { device: act.caller.device });
  } catch {
    // The mail was already sent within the last day.
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
