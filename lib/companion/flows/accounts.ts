import type { Act } from '../command';
import { addressKey } from '../mechanism/addresses';
import type { User } from '../records';
import { membershipId } from './guards';

/** What a new account is made of. */
export interface NewAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly passwordHash: string | null;
  readonly passwordShort: boolean;
  readonly googleSub: string | null;
  /** The workspace that invited; null begins an own one. */
  readonly workspaceId: string | null;
}

/** Makes an account and lets it into its workspace. Not finished before its first session. */
export async function createAccount(act: Act, account: NewAccount): Promise<User> {
  const { id, name, email, passwordHash, passwordShort, googleSub } = account;
  const user: User = {
    id,
    email,
    emailKey: addressKey(email),
    name,
    emailVerifiedAt: account.emailVerified ? act.now : null,
    method: passwordHash === null ? 'google' : 'password',
    passwordHash,
    passwordShort,
    googleSub,
    createdAt: act.now,
    completedAt: null,
    disabledAt: null,
    devices: [],
    version: 1,
  };
  await act.tx.users.put(user);
  const invitedTo = account.workspaceId && (await act.tx.workspaces.get(account.workspaceId));
  await join(act, user.id, invitedTo ? invitedTo.id : await openWorkspace(act, user));
  return user;
}

/** A workspace of one's own, with the permission to manage it. */
async function openWorkspace({ tx, now }: Act, { id, name }: User): Promise<string> {
  const workspaceId = `workspace-${id}`;
  await tx.workspaces.put({
    id: workspaceId,
    name: `${name} & co.`,
    enforced: false,
    createdAt: now,
    version: 1,
  });
  await tx.groups.put({
    id: `${workspaceId}-administrators`,
    workspaceId,
    name: 'Administrators',
    manageAccount: true,
    members: [id],
  });
  return workspaceId;
}

export const join = ({ tx, now }: Act, userId: string, workspaceId: string): Promise<void> =>
  tx.memberships.put({
    id: membershipId(workspaceId, userId),
    workspaceId,
    userId,
    joinedAt: now,
  });
