import { within, type Tx } from '../store';

/** Deletes the sealed secrets of a deleted account's mails. The mails stay as a record. */
async function voidMails(tx: Tx, emailKey: string): Promise<void> {
  for (const mail of await tx.mails.range('order', within(emailKey)))
    if (mail.sealed) await tx.mails.put({ ...mail, sealed: null });
}

async function leaveAll(tx: Tx, userId: string): Promise<void> {
  for (const { id, workspaceId } of await tx.memberships.where('userId', userId)) {
    await tx.memberships.delete(id);
    const others = await tx.memberships.range('order', { ...within(workspaceId), limit: 1 });
    const groups = await tx.groups.where('workspaceId', workspaceId);
    if (others.length === 0) {
      await tx.workspaces.delete(workspaceId);
      await tx.jobs.delete(workspaceId);
      for (const group of groups) await tx.groups.delete(group.id);
      const invitations = within(workspaceId);
      for (const each of await tx.invitations.range('order', invitations))
        await tx.invitations.delete(each.id);
    } else
      for (const group of groups)
        if (group.members.includes(userId))
          await tx.groups.put({
            ...group,
            members: group.members.filter((each) => each !== userId),
          });
  }
}

/**
 * Deletes everything stored under a user's id, the secrets in the user's mails, and workspaces without other
 * members.
 */
export async function forgetUser(tx: Tx, userId: string): Promise<void> {
  const user = await tx.users.get(userId);
  if (user) await voidMails(tx, user.emailKey);
  await leaveAll(tx, userId);
  await tx.users.delete(userId);
  await tx.factors.delete(userId);
  await tx.pending.delete(userId);
  await tx.demoPasswords.delete(userId);
  for (const { id } of await tx.sessions.where('userId', userId)) await tx.sessions.delete(id);
  for (const { tokenHash } of await tx.challenges.where('userId', userId))
    await tx.challenges.delete(tokenHash);
  for (const { hash } of await tx.tokens.where('about', userId)) await tx.tokens.delete(hash);
}
