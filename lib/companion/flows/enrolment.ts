import type { App } from '../App';
import type { Act } from '../command';
import { makeBackupCodes } from '../mechanism/backupCodes';
import { newId } from '../mechanism/tokens';
import type { Sealed } from '../mechanism/Sealed';
import { enrolmentUri, matchingStep, secretKey } from '../mechanism/totp';
import { policy } from '../policy';
import type { BackupCodeSet, Pending, User } from '../records';
import { refuse } from '../refusals';
import { endChallenges } from './sessions';
import { codeLock, secretPurpose } from './secondFactor';

/** A new secret with its backup codes, made and sealed before the transaction that keeps it. */
export interface Enrolment {
  readonly sealed: Sealed;
  readonly backup: BackupCodeSet;
  /** What its owner sees, this once. */
  readonly shown: {
    readonly enrolment: string;
    readonly otpauth: string;
    readonly secretKey: string;
    readonly backupCodes: readonly string[];
    readonly lifetime: number;
  };
}

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

/** Begins a set-up for a session or a sign-up; another that was begun before is void. */
export async function beginEnrolment(
  { tx, now }: Act,
  user: User,
  holder: string,
  enrolment: Enrolment,
): Promise<Enrolment['shown']> {
  await tx.pending.put({
    userId: user.id,
    enrolment: enrolment.shown.enrolment,
    holder,
    secret: enrolment.sealed,
    backup: enrolment.backup,
    expiresAt: now + policy.pending.lifetime,
  });
  return enrolment.shown;
}

/** The secret of a user's pending set-up, opened before the transaction that decides. */
export interface PendingSecret {
  readonly box: string;
  readonly secret: Uint8Array;
}

export async function openPending(app: App, pending: Pending): Promise<PendingSecret> {
  const secret = await app.sealer.open(pending.secret, pending.userId, secretPurpose);
  return { box: pending.secret.box, secret };
}

/** Turns a pending set-up into the user's second factor, if this code is its. */
export async function finishEnrolment(
  act: Act,
  user: User,
  holder: string,
  input: { readonly enrolment: string; readonly code: string },
  opened: PendingSecret | null,
): Promise<void> {
  const { tx, now } = act;
  const pending = await tx.pending.get(user.id);
  if (!pending || pending.holder !== holder) throw refuse('nothing_pending');
  if (pending.enrolment !== input.enrolment) throw refuse('restarted');
  if (pending.expiresAt <= now) throw refuse('pending_expired');
  if (opened?.box !== pending.secret.box) throw refuse('restarted');
  act.note.method = 'code';
  const step = matchingStep(opened.secret, input.code, act.machineNow);
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
  });
  await tx.pending.delete(user.id);
  await tx.locks.delete(codeLock(user.id));
  await endChallenges(act, user.id);
  await act.mail(user.email, 'two-factor-on', { device: act.caller.device });
}
