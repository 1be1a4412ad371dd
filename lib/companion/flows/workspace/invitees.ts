import type { Act, View } from '../../command';
import type { Factor, User, Workspace } from '../../records';
import { enforcingHome } from '../guards';
import { bumpVersion } from './mailedSecret';

/**
 * Whether enforcement mails this member a secret. The workspace must be their home, they must be able to sign in,
 * their address must be verified, and they must not have another factor.
 */
export const isMailed = (
  user: User,
  workspace: Pick<Workspace, 'id'>,
  factor: Factor | undefined,
): boolean =>
  user.homeId === workspace.id &&
  user.disabledAt === null &&
  user.completedAt !== null &&
  user.emailVerifiedAt !== null &&
  (factor === undefined || factor.state === 'invited');

/** Whether the home requires 2FA of a member who has no factor and was mailed no secret. */
export const lacksSecret = async (view: View, user: User): Promise<boolean> =>
  (await enforcingHome(view, user)) !== null && (await view.tx.factors.get(user.id)) === undefined;

/**
 * Voids an enforcement secret that the home no longer requires. A secret from an admin's reset stays, because it
 * replaced a factor.
 */
export async function voidUnneededInvite(act: Act, user: User): Promise<void> {
  const factor = await act.tx.factors.get(user.id);
  if (factor?.state !== 'invited' || (await enforcingHome(act, user))) return;
  await act.tx.factors.delete(user.id);
  await bumpVersion(act, user.id);
}
