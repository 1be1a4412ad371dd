import type { Act, View } from '../../command';
import type { User, Workspace } from '../../records';
import { refuse } from '../../refusals';
import { managed, membershipId, type SignedIn } from '../guards';

/** Returns a member of a workspace by id. Throws `no_such_user`. */
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

/**
 * Records the person that a change is about. A stranger isn't recorded, because their name must not enter this
 * workspace's audit log.
 */
export async function noteMember(act: Act, workspaceId: string, userId: string): Promise<void> {
  act.note.workspaceId = workspaceId;
  const membership = await act.tx.memberships.get(membershipId(workspaceId, userId));
  act.note.subject = membership?.userId ?? null;
}

/**
 * Throws unless the caller may change another person's account. The caller needs "Manage Account" in the
 * account's home, and 2FA. Throws `not_found`, `forbidden`, `no_such_user`, `not_yourself`, `not_home` or
 * `enable_own_2fa_first`. Doesn't require fresh re-authentication.
 */
export async function requireHomePower(
  view: View,
  signed: SignedIn,
  workspaceId: string,
  userId: string,
): Promise<{ readonly workspace: Workspace; readonly user: User }> {
  const workspace = await managed(view, signed.user, workspaceId);
  const user = await requireMember(view, workspaceId, userId);
  if (user.id === signed.user.id) throw refuse('not_yourself');
  if (user.homeId !== workspaceId) throw refuse('not_home');
  const own = await view.tx.factors.get(signed.user.id);
  if (own?.state !== 'on') throw refuse('enable_own_2fa_first');
  return { workspace, user };
}
