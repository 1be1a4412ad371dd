import type { App, Caller } from '../App';
import { command, precheck, type Act } from '../command';
import { addressKey } from '../mechanism/addresses';
import { hashToken, newId } from '../mechanism/tokens';
import type { Profile } from '../ports';
import type { User } from '../records';
import { refuse } from '../refusals';
import { createAccount } from './accounts';
import { userByAddress } from './guards';
import { signInTokens, startSessionOrChallenge, takeAssertion, type SignInResult } from './signIn';
import { sweep } from './sweep';

/**
 * Signs in with an identity provider's assertion. A person is identified by the provider's id, never by the
 * address. An existing account with the same address is neither linked nor signed in. An unknown person is signed
 * up.
 */
export async function signInWithGoogle(
  app: App,
  caller: Caller,
  { assertion }: { readonly assertion: string },
): Promise<SignInResult> {
  const hash = hashToken(assertion);
  const user = await precheck(app, caller, async ({ tx }) => {
    const sub = (await tx.tokens.get(hash))?.about;
    return sub === undefined ? null : ((await tx.users.where('googleSub', sub))[0] ?? null);
  });
  const tokens = await signInTokens(app, caller, user);
  const id = newId(app.ports.random);
  return command(app, 'sign-in/google', caller, async (act) => {
    act.note.method = 'google';
    await sweep(act);
    const sub = await takeAssertion(act, hash);
    const [known] = await act.tx.users.where('googleSub', sub);
    const found = known ?? (await firstSignIn(act, app.ports.profileOf(sub), id));
    if (found.disabledAt !== null) throw refuse('google_failed');
    return startSessionOrChallenge(act, found, tokens);
  });
}

async function firstSignIn(act: Act, profile: Profile | null, id: string): Promise<User> {
  if (!profile || (await userByAddress(act, addressKey(profile.email))))
    throw refuse('google_failed');
  return createAccount(act, {
    id,
    name: profile.name,
    email: profile.email,
    emailVerified: profile.verified,
    passwordHash: null,
    passwordShort: false,
    googleSub: profile.sub,
    workspaceId: null,
  });
}
