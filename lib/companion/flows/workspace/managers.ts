import type { View } from '../../command';
import type { Group } from '../../records';
import { refuse } from '../../refusals';
import { canSignIn, managersIn } from '../guards';

/**
 * Throws `last_admin` if, after `change`, nobody with "Manage Account" could sign in. Call this function before
 * the first write.
 */
export async function requireRemainingManager(
  { tx }: View,
  workspaceId: string,
  change: (groups: readonly Group[]) => readonly Group[],
): Promise<void> {
  const groups = change(await tx.groups.where('workspaceId', workspaceId));
  const users = await Promise.all(managersIn(groups).map((id) => tx.users.get(id)));
  if (!users.some(canSignIn)) throw refuse('last_admin');
}

/** Returns a change of groups that removes this person. */
export const without =
  (userId: string) =>
  (groups: readonly Group[]): readonly Group[] =>
    groups.map((group) => ({ ...group, members: group.members.filter((id) => id !== userId) }));
