import type { App, Caller } from '../../App';
import { command, query, type Act, type View } from '../../command';
import { addressKey } from '../../mechanism/addresses';
import { policy } from '../../policy';
import type { Group, User, Workspace } from '../../records';
import { beginningWith } from '../../store';
import {
  actor,
  managed,
  memberOf,
  membershipId,
  requireSudo,
  signedIn,
  workspacesOf,
} from '../guards';
import { noteMember, requireMember } from './homePower';
import { voidUnneededInvite } from './invitees';
import { firstInvitations } from './inviting';
import { requireRemainingManager, without } from './managers';

interface Shown {
  readonly workspace: Workspace;
  readonly groups: readonly Group[];
  readonly self: User;
}

/** Returns one row of the Users page. */
async function memberRow({ tx }: View, user: User, { workspace, groups, self }: Shown) {
  const state = (await tx.factors.get(user.id))?.state ?? 'off';
  const isSelf = user.id === self.id;
  const home = user.homeId === workspace.id;
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    method: user.method,
    twoFactor: state,
    groups: groups.filter(({ members }) => members.includes(user.id)).map(({ name }) => name),
    disabled: user.disabledAt !== null,
    self: isSelf,
    /** Whether the admins of this workspace may reset, disable and sign out the account. */
    home,
    canReset:
      home &&
      !isSelf &&
      user.disabledAt === null &&
      user.emailVerifiedAt !== null &&
      (state !== 'off' || workspace.enforced),
    canDisable: home && !isSelf,
    canEndSessions: home && !isSelf && user.disabledAt === null,
  };
}

export interface MemberPage {
  /** The value of `next` from the previous page; absent for the first page. */
  readonly after?: string | undefined;
  /** The beginning of the addresses to list. */
  readonly search?: string | undefined;
}

/** Returns one page of members by address. The first page also has the first pending invitations. */
export const listMembers = (
  app: App,
  caller: Caller,
  workspaceId: string,
  { after, search = '' }: MemberPage,
) =>
  query(app, caller, async (view) => {
    const { user: self } = await signedIn(view);
    const workspace = await managed(view, self, workspaceId);
    const groups = await view.tx.groups.where('workspaceId', workspaceId);
    const found = beginningWith(`${workspaceId} ${addressKey(search)}`);
    const rows = await view.tx.memberships.range('order', {
      above: after === undefined ? found.above : `${workspaceId} ${after}`,
      below: found.below,
      limit: policy.page + 1,
    });
    const page = rows.slice(0, policy.page);
    const users = await Promise.all(page.map(({ userId }) => view.tx.users.get(userId)));
    const members = users
      .filter((user) => user !== undefined)
      .map((user) => memberRow(view, user, { workspace, groups, self }));
    const last = rows.length > policy.page ? page.at(-1) : undefined;
    return {
      members: await Promise.all(members),
      next: last ? last.order.slice(workspaceId.length + 1) : null,
      total: (await view.tx.counts.get(workspaceId))?.members ?? 0,
      ...(await firstInvitations(view, workspaceId, after === undefined)),
    };
  });

/**
 * Removes a member from a workspace and its groups. The account stays. If the workspace was the account's home,
 * the account has no home afterwards.
 */
async function takeOut(act: Act, user: User, workspaceId: string): Promise<void> {
  const { tx } = act;
  await tx.memberships.delete(membershipId(workspaceId, user.id));
  for (const group of await tx.groups.where('workspaceId', workspaceId))
    if (group.members.includes(user.id))
      await tx.groups.put({ ...group, members: group.members.filter((id) => id !== user.id) });
  const [other] = await workspacesOf(act, user.id);
  for (const session of await tx.sessions.where('userId', user.id))
    if (session.workspaceId === workspaceId)
      await tx.sessions.put({ ...session, workspaceId: other?.id ?? null });
  const left = user.homeId === workspaceId ? { ...user, homeId: null } : user;
  await tx.users.put(left);
  await voidUnneededInvite(act, left);
}

export const removeMember = (app: App, caller: Caller, workspaceId: string, userId: string) =>
  command(app, 'member/removed', caller, async (act) => {
    const signed = await actor(act);
    await noteMember(act, workspaceId, userId);
    const workspace = await managed(act, signed.user, workspaceId);
    const user = await requireMember(act, workspaceId, userId);
    await requireRemainingManager(act, workspaceId, without(user.id));
    await requireSudo(act, signed);
    await takeOut(act, user, workspaceId);
    await act.mail(user.email, 'removed-from-workspace', { workspace: workspace.name });
    return { done: true };
  });

/** Removes the signed-in person from a workspace. */
export const leaveWorkspace = (app: App, caller: Caller, workspaceId: string) =>
  command(app, 'member/left', caller, async (act) => {
    act.note.workspaceId = workspaceId;
    const signed = await actor(act);
    await memberOf(act, signed.user, workspaceId);
    await requireRemainingManager(act, workspaceId, without(signed.user.id));
    await requireSudo(act, signed);
    await takeOut(act, signed.user, workspaceId);
    return { done: true };
  });
