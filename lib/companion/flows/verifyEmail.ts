import type { App, Caller } from '../App';
import { command, precheck } from '../command';
import { freshToken, hashToken } from '../mechanism/tokens';
import { policy } from '../policy';
import { refuse } from '../refusals';
import { actor, signedIn } from './guards';
import { requireWithinLimit } from './limits';
import { sealMail } from './mailbox';
import { requireLink } from './mailedLink';

/** Mails a verification link to a signed-in person whose address the identity provider hasn't verified. */
export async function mailVerification(app: App, caller: Caller) {
  const email = await precheck(app, caller, async (view) => (await signedIn(view)).user.email);
  const fresh = freshToken(app.ports.random);
  const sealed = await sealMail(app, email ?? '', { link: `#/verify-email/${fresh.token}` });
  return command(app, 'address/verification-asked', caller, async (act) => {
    const { user } = await actor(act);
    await requireWithinLimit(act, `verify ${user.id}`, policy.verifyLink.perAccount);
    if (user.emailVerifiedAt === null) {
      await act.tx.tokens.put({
        hash: fresh.hash,
        kind: 'verify-email',
        about: user.id,
        createdAt: act.now,
        expiresAt: act.now + policy.verifyLink.lifetime,
      });
      const hours = policy.verifyLink.lifetime / 3_600_000;
      const facts = { name: user.name, service: policy.service, hours };
      await act.mail(user.email, 'verify-address', facts, sealed);
    }
    return { sent: true };
  });
}

/** Verifies the address by the mailed link. Throws `link_expired`. */
export async function verifyEmail(app: App, caller: Caller, { token }: { token: string }) {
  const hash = hashToken(token);
  return command(app, 'address/verified', caller, async (act) => {
    act.note.method = 'link';
    const link = await requireLink(act, hash, 'verify-email');
    const user = await act.tx.users.get(link.about);
    if (!user) throw refuse('link_expired');
    act.note.subject = user.id;
    await act.tx.tokens.delete(hash);
    await act.tx.users.put({ ...user, emailVerifiedAt: act.now, version: user.version + 1 });
    return { email: user.email };
  });
}
