import type { App, Caller } from '../App';
import { command, type Act } from '../command';
import { googleAccounts } from '../demo/people';
import { addressKey } from '../mechanism/addresses';
import { hashToken, newId } from '../mechanism/tokens';
import type { User } from '../records';
import { refuse } from '../refusals';
import { createAccount } from './accounts';
import { userByAddress } from './guards';
import { startSessionOrChallenge, signInTokens, takeAssertion, type SignInAnswer } from './signIn';
import { sweep } from './sweep';

/**
 * Sign-in with what the pretend Google approved. The person is known by Google's id and never by the
 * address: an address that has an account of its own is neither linked nor signed in. Anyone else's first
 * sign-in is the sign-up.
 */
export async function signInWithGoogle(
  app: App,
  caller: Caller,
  { assertion }: { readonly assertion: string },
): Promise<SignInAnswer> {
  const hash = hashToken(assertion);
  const tokens = signInTokens(app);
  const id = newId(app.ports.random);
  return command(app, 'sign-in/google', caller, async (act) => {
    act.note.method = 'google';
    await sweep(act);
    const sub = await takeAssertion(act, hash);
    const [known] = await act.tx.users.where('googleSub', sub);
    const user = known ?? (await firstSignIn(act, sub, id));
    if (user.disabledAt !== null) throw refuse('google_failed');
    return startSessionOrChallenge(act, user, tokens);
  });
}

async function firstSignIn(act: Act, sub: string, id: string): Promise<User> {
  const account = googleAccounts.find((each) => each.sub === sub);
  if (!account || (await userByAddress(act, addressKey(account.email))))
    throw refuse('google_failed');
  return createAccount(act, {
    id,
    name: account.name,
    email: account.email,
    emailVerified: account.verified,
    passwordHash: null,
    passwordShort: false,
    googleSub: sub,
    workspaceId: null,
  });
}
