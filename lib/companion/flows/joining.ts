import type { App, Caller } from '../App';
import { command, type Act, type View } from '../command';
import type { Invitation, User, Workspace } from '../records';
import { refuse } from '../refusals';
import { join } from './accounts';
import { isExpired } from './expiry';
import { actor, membershipId } from './guards';

/** Returns the pending invitations to the person's address. */
export async function pendingInvitations({ tx, now }: View, user: User) {
  const found = (await tx.invitations.where('emailKey', user.emailKey)).filter(
    (invitation) => !isExpired(invitation, now),
  );
  const shown = await Promise.all(
    found.map(async ({ id, workspaceId, invitedBy, expiresAt }) => {
      const workspace = await tx.workspaces.get(workspaceId);
      return (
        workspace && {
          id,
          workspace: workspace.name,
          invitedBy,
          enforced: workspace.enforced,
          expiresAt,
        }
      );
    }),
  );
  return shown.filter((each) => each !== undefined);
}

/** Returns a pending invitation to the person's own address. Throws `link_expired` or `verify_email_first`. */
async function own(
  act: Act,
  user: User,
  id: string,
): Promise<{ invitation: Invitation; workspace: Workspace }> {
  const invitation = await act.tx.invitations.get(id);
  const workspace = invitation && (await act.tx.workspaces.get(invitation.workspaceId));
  if (
    !invitation ||
    !workspace ||
    invitation.emailKey !== user.emailKey ||
    isExpired(invitation, act.now)
  )
    throw refuse('link_expired');
  // The person must prove that they own the address.
  if (user.emailVerifiedAt === null) throw refuse('verify_email_first');
  act.note.workspaceId = workspace.id;
  return { invitation, workspace };
}

/** Adds the person to the inviting workspace. The account's home doesn't change. */
export const acceptOwnInvitation = (app: App, caller: Caller, id: string) =>
  command(app, 'member/joined', caller, async (act) => {
    const { user } = await actor(act);
    const { invitation, workspace } = await own(act, user, id);
    await act.tx.invitations.delete(invitation.id);
    if (!(await act.tx.memberships.get(membershipId(workspace.id, user.id)))) {
      await join(act, user, workspace.id);
      await act.mail(user.email, 'workspace-joined', { workspace: workspace.name });
    }
    return { workspaceId: workspace.id, workspace: workspace.name };
  });

export const declineOwnInvitation = (app: App, caller: Caller, id: string) =>
  command(app, 'member/declined', caller, async (act) => {
    const { user } = await actor(act);
    const { invitation } = await own(act, user, id);
    await act.tx.invitations.delete(invitation.id);
    return { done: true };
  });
