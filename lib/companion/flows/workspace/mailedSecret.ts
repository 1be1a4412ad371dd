import type { App } from '../../App';
import type { Act } from '../../command';
import type { Sealed } from '../../mechanism/Sealed';
import { enrolmentUri, secretKey } from '../../mechanism/totp';
import { policy } from '../../policy';
import type { Factor, User, Workspace } from '../../records';
import { sealMail } from '../mailbox';
import { codeLock, secretPurpose } from '../secondFactor';

/** A secret to mail, sealed once for the factor and once for the mail. */
export interface MailedSecret {
  readonly forFactor: Sealed;
  readonly forMail: Sealed;
}

/** Generates and seals a secret to mail. Call this function before the transaction that sends the mail. */
export async function makeMailedSecret(app: App, user: User): Promise<MailedSecret> {
  const secret = app.ports.random(policy.code.secretBytes);
  return {
    forFactor: await app.sealer.seal(secret, user.id, secretPurpose),
    forMail: await sealMail(app, user.email, {
      otpauth: enrolmentUri(secret, user.email),
      secretKey: secretKey(secret),
    }),
  };
}

/**
 * Stores and mails a secret, which is activated by its first code. Email isn't an authenticator, so the secret is
 * useless without the password, expires after seven days, and is voided by a newer secret. The mail advises the
 * owner to replace the secret.
 */
export async function sendSecret(
  act: Act,
  user: User,
  secret: MailedSecret,
  mail: {
    readonly state: Extract<Factor['state'], 'invited' | 'reset'>;
    readonly kind: 'enforcement-invite' | 'admin-reset';
    readonly workspace: string;
  },
): Promise<void> {
  await act.tx.factors.put({
    userId: user.id,
    state: mail.state,
    secret: secret.forFactor,
    lastStep: 0,
    backup: null,
    since: act.now,
    expiresAt: act.now + policy.mailedSecret.lifetime,
    mailed: true,
    replayedAt: null,
  });
  // After an enforcement mail, a setup that has already begun may continue, because it replaces the mailed
  // secret.
  if (mail.state === 'reset') await act.tx.pending.delete(user.id);
  await act.tx.locks.delete(codeLock(user.id));
  await bumpVersion(act, user.id);
  await act.mail(
    user.email,
    mail.kind,
    { workspace: mail.workspace, days: policy.mailedSecret.lifetime / 86_400_000 },
    secret.forMail,
  );
}

/** Mails the secret that enforcement requires. */
export const sendInvite = (act: Act, user: User, { name }: Workspace, secret: MailedSecret) =>
  sendSecret(act, user, secret, {
    state: 'invited',
    kind: 'enforcement-invite',
    workspace: name,
  });

/** Increments the version that the user's Security tab is based on. */
export async function bumpVersion({ tx }: Act, userId: string): Promise<void> {
  const user = await tx.users.get(userId);
  if (user) await tx.users.put({ ...user, version: user.version + 1 });
}
