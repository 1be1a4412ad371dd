import type { App, Caller } from '../App';
import { command, query, precheck } from '../command';
import { addressKey } from '../mechanism/addresses';
import { hashToken, newId } from '../mechanism/tokens';
import { refuse } from '../refusals';
import { createAccount } from './accounts';
import { requireLink } from './mailedLink';
import { removeUnfinishedAccount, validateSignUpForm, type SignUp } from './signUpForm';

/** What a workspace's invitation says, without spending it. */
export const getInvitation = (app: App, caller: Caller, { token }: { token: string }) =>
  query(app, caller, async (view) => {
    const link = await requireLink(view, hashToken(token), 'invite');
    const workspace = await view.tx.workspaces.get(link.workspaceId);
    if (!workspace) throw refuse('link_expired');
    return { email: link.email, workspace: workspace.name, enforced: workspace.enforced };
  });

/** Signs up by an invitation: whoever opened its link has the address, so that nothing more is mailed. */
export async function acceptInvitation(
  app: App,
  caller: Caller,
  input: Omit<SignUp, 'email'> & { readonly token: string },
) {
  const hash = hashToken(input.token);
  const invited = await precheck(app, caller, async (view) => {
    const { email, workspaceId } = await requireLink(view, hash, 'invite');
    return { email, workspace: (await view.tx.workspaces.get(workspaceId))?.name };
  });
  if (invited) validateSignUpForm({ ...input, email: invited.email }, invited.workspace);
  const passwordHash = invited && (await app.passwords.hash(input.password));
  const id = newId(app.ports.random);
  return command(app, 'sign-up/invitation-accepted', caller, async (act) => {
    act.note.method = 'link';
    const link = await requireLink(act, hash, 'invite');
    await act.tx.tokens.delete(hash);
    if (passwordHash === null || !(await removeUnfinishedAccount(act, addressKey(link.email))))
      throw refuse('link_expired');
    const user = await createAccount(act, {
      id,
      name: input.name,
      email: link.email,
      emailVerified: true,
      passwordHash,
      passwordShort: false,
      googleSub: null,
      workspaceId: link.workspaceId,
    });
    act.note.subject = user.id;
    act.note.workspaceId = link.workspaceId;
    return { email: user.email };
  });
}
