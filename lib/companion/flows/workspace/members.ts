import type { App, Caller } from '../../App';
import { command, query, precheck, type Act, type View } from '../../command';
import { addressKey, isAddress } from '../../mechanism/addresses';
import { freshToken } from '../../mechanism/tokens';
import { policy } from '../../policy';
import type { User } from '../../records';
import { refuse } from '../../refusals';
import { join } from '../accounts';
import {
  actor,
  managed,
  memberOf,
  membershipId,
  membersOf,
  requireSudo,
  signedIn,
  userByAddress,
  workspacesOf,
} from '../guards';
import { sealMail } from '../mailbox';
import { invite, voidUnneededInvite } from './enforcement';
import { makeMailedSecret } from './mailedSecret';
import { requireRemainingManager, without } from './managers';

/** A member of a workspace that the caller manages, by id. Throws `no_such_user`. */
export async function requireMember(
  view: View,
  workspaceId: string,
  userId: string,
): Promise<User> {
  const membership = await view.tx.memberships.get(membershipId(workspaceId, userId));
  const user = membership && (await view.tx.users.get(userId));
  if (!user) throw refuse('no_such_user');
  return user;
}

/** The Users page: each member's sign-in method, second factor and groups, and who is invited. */
export const listMembers = (app: App, caller: Caller, workspaceId: string) =>
  query(app, caller, async (view) => {
    const { user: self } = await signedIn(view);
    const workspace = await managed(view, self, workspaceId);
    const groups = await view.tx.groups.where('workspaceId', workspaceId);
    const members = await Promise.all(
      (await membersOf(view, workspaceId)).map(async (user) => {
        const state = (await view.tx.factors.get(user.id))?.state ?? 'off';
        return {
          id: user.id,
          name: user.name,
          email: user.email,
          method: user.method,
          twoFactor: state,
          groups: groups
            .filter(({ members: ids }) => ids.includes(user.id))
            .map(({ name }) => name),
          disabled: user.disabledAt !== null,
          self: user.id === self.id,
          canReset:
            user.id !== self.id &&
            user.disabledAt === null &&
            (state !== 'off' || workspace.enforced),
        };
      }),
    );
    const invited = (await view.tx.tokens.all()).filter(
      (token) =>
        token.kind === 'invite' && token.workspaceId === workspaceId && token.expiresAt > view.now,
    );
    return {
      members,
      invited: invited.map((token) => ({
        email: token.kind === 'invite' ? token.email : '',
        expiresAt: token.expiresAt,
      })),
    };
  });

/** Lets an account in at once, or mails an invitation to sign up. */
export async function addMember(
  app: App,
  caller: Caller,
  workspaceId: string,
  input: { readonly email: string },
) {
  const email = input.email.trim();
  const key = addressKey(email);
  if (!isAddress(email)) throw refuse('bad_address');
  const known = await precheck(app, caller, (view) => userByAddress(view, key));
  const secret = known ? await makeMailedSecret(app, known) : null;
  const fresh = freshToken(app.ports.random);
  const sealed = await sealMail(app, email, { link: `#/join/${fresh.token}` });
  return command(app, 'member/added', caller, async (act) => {
    act.note.workspaceId = workspaceId;
    const { user: self } = await actor(act);
    const workspace = await managed(act, self, workspaceId);
    const user = await userByAddress(act, key);
    if (!user || user.completedAt === null) {
      await endInvitations(act, key, workspaceId);
      await act.tx.tokens.put({
        hash: fresh.hash,
        kind: 'invite',
        about: key,
        expiresAt: act.now + policy.workspaceInvite.lifetime,
        email,
        workspaceId,
      });
      await act.mail(email, 'workspace-invite', { workspace: workspace.name }, sealed);
      return { state: 'invited' as const };
    }
    act.note.subject = user.id;
    if (await act.tx.memberships.get(membershipId(workspaceId, user.id)))
      throw refuse('already_member');
    const factor = await act.tx.factors.get(user.id);
    if (workspace.enforced && !factor && user.id !== known?.id) throw refuse('stale');
    await join(act, user.id, workspaceId);
    await act.mail(user.email, 'added-to-workspace', { workspace: workspace.name });
    if (workspace.enforced && !factor && secret) await invite(act, user, workspace, secret);
    return { state: 'added' as const };
  });
}

/** Only the newest invitation works. */
async function endInvitations({ tx }: Act, key: string, workspaceId: string): Promise<void> {
  for (const token of await tx.tokens.where('about', key))
    if (token.kind === 'invite' && token.workspaceId === workspaceId)
      await tx.tokens.delete(token.hash);
}

/** Takes someone out of a workspace and its groups; the account itself stays. */
async function takeOut(act: Act, user: User, workspaceId: string): Promise<void> {
  await act.tx.memberships.delete(membershipId(workspaceId, user.id));
  for (const group of await act.tx.groups.where('workspaceId', workspaceId))
    if (group.members.includes(user.id))
      await act.tx.groups.put({ ...group, members: group.members.filter((id) => id !== user.id) });
  const [other] = await workspacesOf(act, user.id);
  for (const session of await act.tx.sessions.where('userId', user.id))
    if (session.workspaceId === workspaceId)
      await act.tx.sessions.put({ ...session, workspaceId: other?.id ?? null });
  await voidUnneededInvite(act, user.id);
}

export const removeMember = (app: App, caller: Caller, workspaceId: string, userId: string) =>
  command(app, 'member/removed', caller, async (act) => {
    act.note.workspaceId = workspaceId;
    const signed = await actor(act);
    const workspace = await managed(act, signed.user, workspaceId);
    const user = await requireMember(act, workspaceId, userId);
    act.note.subject = user.id;
    await requireRemainingManager(act, workspaceId, without(user.id));
    await requireSudo(act, signed);
    await takeOut(act, user, workspaceId);
    await act.mail(user.email, 'removed-from-workspace', { workspace: workspace.name });
    return { done: true };
  });

/** Leaves a workspace of one's own will. */
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
