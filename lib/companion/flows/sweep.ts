import type { Act } from '../command';
import { policy } from '../policy';
import { isOver } from './guards';

/** Throws out what time has ended: done at every sign-in, so that nothing grows without end. */
export async function sweep({ tx, now }: Act): Promise<void> {
  for (const session of await tx.sessions.all())
    if (isOver(session, now)) await tx.sessions.delete(session.id);
  for (const { tokenHash, expiresAt } of await tx.challenges.all())
    if (expiresAt <= now) await tx.challenges.delete(tokenHash);
  for (const { userId, expiresAt } of await tx.pending.all())
    if (expiresAt <= now) await tx.pending.delete(userId);
  for (const { hash, expiresAt } of await tx.tokens.all())
    if (expiresAt <= now) await tx.tokens.delete(hash);
  for (const { id, hits } of await tx.limits.all())
    if (hits.every((at) => at <= now - policy.lockCalm)) await tx.limits.delete(id);
  for (const { id, lastAt } of await tx.locks.all())
    if (lastAt <= now - policy.lockForgotten) await tx.locks.delete(id);
  for (const user of await tx.users.all())
    if (user.completedAt === null && user.createdAt <= now - policy.halfMade.lifetime)
      await forgetUser(tx, user.id);
}

/** Removes all that is kept under a user's id, and workspaces that nobody else is in. Mails and audit entries stay. */
export async function forgetUser(tx: Act['tx'], userId: string): Promise<void> {
  await tx.users.delete(userId);
  await tx.factors.delete(userId);
  await tx.pending.delete(userId);
  await tx.demoPasswords.delete(userId);
  for (const { id } of await tx.sessions.where('userId', userId)) await tx.sessions.delete(id);
  for (const { tokenHash } of await tx.challenges.where('userId', userId))
    await tx.challenges.delete(tokenHash);
  for (const { hash } of await tx.tokens.where('about', userId)) await tx.tokens.delete(hash);
  for (const { id, workspaceId } of await tx.memberships.where('userId', userId)) {
    await tx.memberships.delete(id);
    const isDeserted = (await tx.memberships.where('workspaceId', workspaceId)).length === 0;
    if (isDeserted) await tx.workspaces.delete(workspaceId);
    for (const group of await tx.groups.where('workspaceId', workspaceId))
      if (isDeserted) await tx.groups.delete(group.id);
      else if (group.members.includes(userId))
        await tx.groups.put({ ...group, members: group.members.filter((each) => each !== userId) });
  }
}
