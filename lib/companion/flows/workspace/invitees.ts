import type { Act, View } from '../../command';
import type { Factor, User, Workspace } from '../../records';
import { enforcingHome } from '../guards';
import { bumpVersion } from './mailedSecret';

/**
 * Whether enforcement mails this member a secret: the workspace is their home, and they have no other second
 * factor.
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

/** Whether the home asks this member for a second factor that was never mailed. */
export const lacksSecret = async (view: View, user: User): Promise<boolean> =>
  (await enforcingHome(view, user)) !== null && (await view.tx.factors.get(user.id)) === undefined;

/** Voids a mailed secret that the home no longer requires. A reset secret stays: it replaced a factor. */
export async function voidUnneededInvite(act: Act, user: User): Promise<void> {
  const factor = await act.tx.factors.get(user.id);
  if (factor?.state !== 'invited' || (await enforcingHome(act, user))) return;
  await act.tx.factors.delete(user.id);
  await bumpVersion(act, user.id);
}
