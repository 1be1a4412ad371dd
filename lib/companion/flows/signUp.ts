import { clientKey, type App, type Caller } from '../App';
import { command, type Act } from '../command';
import { addressKey } from '../mechanism/addresses';
import { freshToken, hashToken, newId } from '../mechanism/tokens';
import { policy } from '../policy';
import { refuse } from '../refusals';
import { createAccount } from './accounts';
import { userByAddress } from './guards';
import { requireWithinLimit } from './limits';
import { sealMail } from './mailbox';
import { requireLink } from './mailedLink';
import { removeUnfinishedAccount, validateSignUpForm, type SignUp } from './signUpForm';
import { sweep } from './sweep';

/**
 * Mails a sign-up link. The account is created when the link is opened. The response doesn't reveal whether the
 * address already has an account.
 */
export async function signUp(app: App, caller: Caller, input: SignUp) {
  validateSignUpForm(input);
  const email = input.email.trim();
  const key = addressKey(email);
  const passwordHash = await app.passwords.hash(input.password);
  const fresh = freshToken(app.ports.random);
  const sealed = await sealMail(app, email, { link: `#/verify-address/${fresh.token}` });
  return command(app, 'sign-up/asked', caller, async (act) => {
    await sweep(act);
    await requireWithinLimit(act, `sign-up-client ${clientKey(caller)}`, policy.signUp.perClient);
    await requireWithinLimit(act, `sign-up ${key}`, policy.signUp.perAddress);

    const owner = await userByAddress(act, key);
    if (owner && owner.completedAt !== null) {
      await act.mail(owner.email, 'address-in-use', { service: policy.service });
      return { sent: true };
    }
    await endSignUps(act, key);
    await act.tx.tokens.put({
      hash: fresh.hash,
      kind: 'sign-up',
      about: key,
      createdAt: act.now,
      expiresAt: act.now + policy.verifyLink.lifetime,
      email,
      name: input.name,
      passwordHash,
    });
    const hours = policy.verifyLink.lifetime / 3_600_000;
    await act.mail(
      email,
      'verify-address',
      { name: input.name, service: policy.service, hours },
      sealed,
    );
    return { sent: true };
  });
}

/** Voids earlier sign-up links of the address. */
async function endSignUps({ tx }: Act, key: string): Promise<void> {
  for (const { hash, kind } of await tx.tokens.where('about', key))
    if (kind === 'sign-up') await tx.tokens.delete(hash);
}

/** Verifies the address by a mailed link and creates the account. Starts no session. */
export async function verifySignUp(app: App, caller: Caller, { token }: { token: string }) {
  const hash = hashToken(token);
  const id = newId(app.ports.random);
  return command(app, 'sign-up/verified', caller, async (act) => {
    act.note.method = 'link';
    const link = await requireLink(act, hash, 'sign-up');
    await act.tx.tokens.delete(hash);
    if (!(await removeUnfinishedAccount(act, link.about))) throw refuse('link_expired');
    const user = await createAccount(act, {
      ...link,
      id,
      emailVerified: true,
      // The sign-up form accepts only passwords that are long enough without a second factor.
      passwordShort: false,
      googleSub: null,
      workspaceId: null,
    });
    act.note.subject = user.id;
    return { email: user.email };
  });
}
