import type { App, Caller } from '../App';
import { command, precheck, query, type View } from '../command';
import { addressKey } from '../mechanism/addresses';
import { hashToken, newId } from '../mechanism/tokens';
import type { Invitation, Workspace } from '../records';
import { refuse } from '../refusals';
import { createAccount } from './accounts';
import { isExpired } from './expiry';
import { canSignIn, userByAddress } from './guards';
import { removeUnfinishedAccount, validateSignUpForm, type SignUp } from './signUpForm';

interface Invited {
  readonly invitation: Invitation;
  readonly workspace: Workspace;
}

/** Returns the invitation of a mailed link by the hash of its token. Throws `link_expired`. */
async function invited({ tx, now }: View, hash: string): Promise<Invited> {
  const [invitation] = await tx.invitations.where('hash', hash);
  const workspace = invitation && (await tx.workspaces.get(invitation.workspaceId));
  if (!invitation || !workspace || isExpired(invitation, now)) throw refuse('link_expired');
  return { invitation, workspace };
}

/** Returns what the page of a mailed invitation shows. Doesn't use up the link. */
export const getInvitation = (app: App, caller: Caller, { token }: { token: string }) =>
  query(app, caller, async (view) => {
    const { invitation, workspace } = await invited(view, hashToken(token));
    const { email, emailKey, invitedBy } = invitation;
    return {
      email,
      workspace: workspace.name,
      invitedBy,
      enforced: workspace.enforced,
      /**
       * Whether the address has an account that can sign in. The account's owner must sign in to accept the
       * invitation.
       */
      hasAccount: canSignIn(await userByAddress(view, emailKey)),
    };
  });

/**
 * Creates an account from an invitation. Opening the mailed link proves the address, so no verification mail is
 * sent.
 */
export async function acceptInvitation(
  app: App,
  caller: Caller,
  input: Omit<SignUp, 'email'> & { readonly token: string },
) {
  const hash = hashToken(input.token);
  const found = await precheck(app, caller, (view) => invited(view, hash));
  if (found) validateSignUpForm({ ...input, email: found.invitation.email }, found.workspace.name);
  const passwordHash = found && (await app.passwords.hash(input.password));
  const id = newId(app.ports.random);
  return command(app, 'sign-up/invitation-accepted', caller, async (act) => {
    act.note.method = 'link';
    const { invitation, workspace } = await invited(act, hash);
    if (
      passwordHash === null ||
      !(await removeUnfinishedAccount(act, addressKey(invitation.email)))
    )
      throw refuse('link_expired');
    await act.tx.invitations.delete(invitation.id);
    const user = await createAccount(act, {
      id,
      name: input.name,
      email: invitation.email,
      emailVerified: true,
      passwordHash,
      passwordShort: false,
      googleSub: null,
      workspaceId: workspace.id,
    });
    act.note.subject = user.id;
    act.note.workspaceId = workspace.id;
    return { email: user.email };
  });
}
