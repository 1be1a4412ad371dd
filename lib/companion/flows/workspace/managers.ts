import type { View } from '../../command';
import type { Group, User } from '../../records';
import { refuse } from '../../refusals';

/** Who never finished signing up has never signed in, and may never do so. */
const canSignIn = (user: User | undefined): boolean =>
  user !== undefined && user.disabledAt === null && user.completedAt !== null;

/**
 * Throws `last_admin` when nobody who can sign in would be left with "Manage Account", the groups being as
 * `change` makes them. Asked before anything is written.
 */
export async function requireRemainingManager(
  { tx }: View,
  workspaceId: string,
  change: (groups: readonly Group[]) => readonly Group[],
): Promise<void> {
  const groups = change(await tx.groups.where('workspaceId', workspaceId));
  const ids = groups.filter(({ manageAccount }) => manageAccount).flatMap(({ members }) => members);
  const users = await Promise.all(ids.map((id) => tx.users.get(id)));
  if (!users.some(canSignIn)) throw refuse('last_admin');
}

/** A change: without this person. */
export const without =
  (userId: string) =>
  (groups: readonly Group[]): readonly Group[] =>
    groups.map((group) => ({ ...group, members: group.members.filter((id) => id !== userId) }));
