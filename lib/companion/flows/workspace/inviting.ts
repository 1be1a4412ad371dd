import type { App, Caller } from '../../App';
import { command, query, type Act, type View } from '../../command';
import { addressKey, isAddress } from '../../mechanism/addresses';
import type { Sealed } from '../../mechanism/Sealed';
import { freshToken, newId, type FreshToken } from '../../mechanism/tokens';
import { policy } from '../../policy';
import type { Invitation, User, Workspace } from '../../records';
import { refuse } from '../../refusals';
import { within } from '../../store';
import { isExpired } from '../expiry';
import { actor, managed, membershipId, requireSudo, signedIn, userByAddress } from '../guards';
import { requireWithinLimit } from '../limits';
import { sealMail } from '../mailbox';

const { lifetime, mailsPerAddress, perWorkspace } = policy.invitation;

/** Returns one page of the pending invitations, by address. Doesn't reveal whether an address has an account. */
async function invitationsAfter({ tx, now }: View, workspaceId: string, after?: string) {
  const range = within(workspaceId);
  const rows = await tx.invitations.range('order', {
    ...range,
    above: after === undefined ? range.above : `${workspaceId} ${after}`,
    limit: policy.page + 1,
  });
  const page = rows.slice(0, policy.page);
  return {
    invited: page
      .filter((invitation) => !isExpired(invitation, now))
      .map(({ id, email, expiresAt }) => ({ id, email, expiresAt })),
    next: rows.length > policy.page ? (page.at(-1)?.emailKey ?? null) : null,
  };
}

/**
 * Returns the first page of pending invitations along with the first page of members. Returns no invitations with
 * any other page of members.
 */
export async function firstInvitations(view: View, workspaceId: string, isFirst: boolean) {
  if (!isFirst) return { invited: [], invitedNext: null };
  const { invited, next } = await invitationsAfter(view, workspaceId);
  return { invited, invitedNext: next };
}

export const listInvitations = (
  app: App,
  caller: Caller,
  workspaceId: string,
  { after }: { readonly after?: string | undefined },
) =>
  query(app, caller, async (view) => {
    await managed(view, (await signedIn(view)).user, workspaceId);
    return invitationsAfter(view, workspaceId, after);
  });

/** Throws unless the caller may manage the workspace's invitations. Records the change in the audit note. */
async function mayInvite(
  act: Act,
  workspaceId: string,
): Promise<{ readonly self: User; readonly workspace: Workspace }> {
  act.note.workspaceId = workspaceId;
  const signed = await actor(act);
  act.note.subject = null;
  const workspace = await managed(act, signed.user, workspaceId);
  await requireSudo(act, signed);
  return { self: signed.user, workspace };
}

interface Link {
  readonly id: string;
  readonly fresh: FreshToken;
  readonly sealed: Sealed;
}

async function makeLink(app: App, email: string): Promise<Link> {
  const fresh = freshToken(app.ports.random);
  return {
    id: newId(app.ports.random),
    fresh,
    sealed: await sealMail(app, email, { link: `#/join/${fresh.token}` }),
  };
}

/**
 * Mails an invitation, which replaces an earlier invitation to the same address. Effort and response are the same
 * for every address.
 */
async function invite(
  act: Act,
  { self, workspace }: { readonly self: User; readonly workspace: Workspace },
  email: string,
  { id, fresh, sealed }: Link,
): Promise<void> {
  const emailKey = addressKey(email);
  await requireWithinLimit(act, `invitations ${workspace.id}`, perWorkspace);
  await requireWithinLimit(act, `invitation ${emailKey}`, mailsPerAddress);
  const older = await act.tx.invitations.where('emailKey', emailKey);
  const same = older.find(({ workspaceId }) => workspaceId === workspace.id);
  const invitation: Invitation = {
    id: same?.id ?? id,
    workspaceId: workspace.id,
    emailKey,
    email,
    hash: fresh.hash,
    invitedBy: self.name,
    createdAt: act.now,
    expiresAt: act.now + lifetime,
    order: `${workspace.id} ${emailKey}`,
  };
  await act.tx.invitations.put(invitation);
  const owner = await userByAddress(act, emailKey);
  if (owner && owner.disabledAt !== null) return;
  const days = lifetime / 86_400_000;
  const facts = { workspace: workspace.name, by: self.name, days };
  await act.mail(email, 'workspace-invite', facts, sealed);
}

/** Invites an address, which may or may not have an account. The address's owner decides whether to join. */
export async function inviteMember(
  app: App,
  caller: Caller,
  workspaceId: string,
  input: { readonly email: string },
) {
  const email = input.email.trim();
  if (!isAddress(email)) throw refuse('bad_address');
  const link = await makeLink(app, email);
  return command(app, 'member/invited', caller, async (act) => {
    const found = await mayInvite(act, workspaceId);
    const user = await userByAddress(act, addressKey(email));
    if (user && (await act.tx.memberships.get(membershipId(workspaceId, user.id))))
      throw refuse('already_member');
    await invite(act, found, email, link);
    return { state: 'invited' as const };
  });
}

/** Returns an invitation of this workspace. Throws `not_found` for an invitation of another workspace. */
async function ownInvitation({ tx }: Act, workspaceId: string, id: string): Promise<Invitation> {
  const invitation = await tx.invitations.get(id);
  if (invitation?.workspaceId !== workspaceId) throw refuse('not_found');
  return invitation;
}

/** Mails an invitation again. The earlier link no longer works. */
export async function resendInvitation(app: App, caller: Caller, workspaceId: string, id: string) {
  const email = await query(app, caller, async ({ tx }) => (await tx.invitations.get(id))?.email);
  const link = await makeLink(app, email ?? '');
  return command(app, 'member/invited', caller, async (act) => {
    const found = await mayInvite(act, workspaceId);
    const invitation = await ownInvitation(act, workspaceId, id);
    await invite(act, found, invitation.email, link);
    return { state: 'invited' as const };
  });
}

/** Revokes an invitation. The mailed link and the invitation on the invited person's pages stop working. */
export const cancelInvitation = (app: App, caller: Caller, workspaceId: string, id: string) =>
  command(app, 'member/invitation-canceled', caller, async (act) => {
    await mayInvite(act, workspaceId);
    const invitation = await ownInvitation(act, workspaceId, id);
    await act.tx.invitations.delete(invitation.id);
    return { done: true };
  });
