import type { App } from '../App';
import type { Act, View } from '../command';
import { makeBackupCodes } from '../mechanism/backupCodes';
import { newId } from '../mechanism/tokens';
import type { Sealed } from '../mechanism/Sealed';
import { enrolmentUri, matchingStep, secretKey } from '../mechanism/totp';
import { policy } from '../policy';
import type { BackupCodeSet, Pending, User } from '../records';
import { refuse } from '../refusals';
import { isExpired } from './expiry';
import { endChallenges } from './sessions';
import { codeLock, secretPurpose } from './secondFactor';

/** A new secret with its backup codes, generated and sealed before the transaction that stores it. */
export interface Enrolment {
  readonly sealed: Sealed;
  readonly backup: BackupCodeSet;
  /** What the owner sees once. */
  readonly shown: {
    readonly enrolment: string;
    readonly otpauth: string;
    readonly secretKey: string;
    readonly backupCodes: readonly string[];
    readonly lifetime: number;
  };
}

/**
 * Generates and seals a secret, with backup codes. Call this function before the transaction that stores them.
 */
export async function makeEnrolment(app: App, user: User): Promise<Enrolment> {
  const { random } = app.ports;
  const secret = random(policy.code.secretBytes);
  const { codes, set } = await makeBackupCodes(random, app.passwords);
  return {
    sealed: await app.sealer.seal(secret, user.id, secretPurpose),
    backup: set,
    shown: {
      enrolment: newId(random),
      otpauth: enrolmentUri(secret, user.email),
      secretKey: secretKey(secret),
      backupCodes: codes,
      lifetime: policy.pending.lifetime,
    },
  };
}

/**
 * Begins a setup for `holder`, the id of a session or of a sign-up challenge. Replaces an earlier pending setup.
 */
export async function beginEnrolment(
  { tx, now }: Act,
  user: User,
  { holder, replace }: Pick<Pending, 'holder' | 'replace'>,
  enrolment: Enrolment,
): Promise<Enrolment['shown']> {
  await tx.pending.put({
    userId: user.id,
    enrolment: enrolment.shown.enrolment,
    holder,
    secret: enrolment.sealed,
    backup: enrolment.backup,
    replace,
    createdAt: now,
    expiresAt: now + policy.pending.lifetime,
  });
  return enrolment.shown;
}

/** The decrypted secret of a user's pending setup. */
export interface PendingSecret {
  readonly box: string;
  readonly secret: Uint8Array;
}

/** Decrypts the secret of a pending setup. Call this function before the transaction that verifies the code. */
export async function openPending(app: App, pending: Pending): Promise<PendingSecret> {
  const secret = await app.sealer.open(pending.secret, pending.userId, secretPurpose);
  return { box: pending.secret.box, secret };
}

/**
 * Throws `already_on` if a first setup finds 2FA on, or `not_on` if a replacement finds 2FA off. Checked when a
 * setup begins and when it ends.
 */
export async function requireStateFor({ tx }: View, user: User, replace: boolean): Promise<void> {
  const isOn = (await tx.factors.get(user.id))?.state === 'on';
  if (isOn && !replace) throw refuse('already_on');
  if (!isOn && replace) throw refuse('not_on');
}

/** The input that completes a setup. */
export interface EnrolmentProof {
  readonly enrolment: string;
  readonly code: string;
  readonly holder: string;
}

/**
 * Returns the pending setup that `proof` completes. Throws `nothing_pending`, `restarted` or `pending_expired`.
 */
export async function pendingFor(view: View, user: User, proof: EnrolmentProof): Promise<Pending> {
  const pending = await view.tx.pending.get(user.id);
  await requireStateFor(view, user, pending?.replace ?? false);
  if (!pending || pending.holder !== proof.holder) throw refuse('nothing_pending');
  if (pending.enrolment !== proof.enrolment) throw refuse('restarted');
  if (isExpired(pending, view.now)) throw refuse('pending_expired');
  return pending;
}

/** Makes a pending setup the user's second factor. Throws `wrong_code` if the code is wrong. */
export async function finishEnrolment(
  act: Act,
  user: User,
  proof: EnrolmentProof,
  opened: PendingSecret | null,
): Promise<void> {
  const { tx, now } = act;
  const pending = await pendingFor(act, user, proof);
  if (opened?.box !== pending.secret.box) throw refuse('restarted');
  act.note.method = 'code';
  const step = matchingStep(opened.secret, proof.code, act.machineNow);
  if (step === null) throw refuse('wrong_code');
  await tx.factors.put({
    userId: user.id,
    state: 'on',
    secret: pending.secret,
    lastStep: step,
    backup: pending.backup,
    since: now,
    expiresAt: null,
    mailed: false,
    replayedAt: null,
  });
  await tx.pending.delete(user.id);
  await tx.locks.delete(codeLock(user.id));
  await endChallenges(act, user.id);
  await act.mail(user.email, 'two-factor-on', { device: act.caller.device });
}
