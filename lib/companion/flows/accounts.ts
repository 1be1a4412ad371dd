import type { Act } from '../command';
import { addressKey } from '../mechanism/addresses';
import { policy } from '../policy';
import type { User } from '../records';
import { membershipId } from './guards';

/** Input for a new account. */
export interface NewAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly passwordHash: string | null;
  readonly passwordShort: boolean;
  readonly googleSub: string | null;
  /** The inviting workspace, which becomes the account's home. Null creates a new workspace for the account. */
  readonly workspaceId: string | null;
}

/** Creates an account and adds it to its workspace. The sign-up is finished by the first session. */
export async function createAccount(act: Act, account: NewAccount): Promise<User> {
  const { id, name, email, passwordHash, passwordShort, googleSub } = account;
  const home =
    account.workspaceId === null ? undefined : await act.tx.workspaces.get(account.workspaceId);
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
    homeId: home?.id ?? null,
    purgeAt: act.now + policy.halfMade.lifetime,
    devices: [],
    clients: [],
    version: 1,
  };
  await act.tx.users.put(user);
  await join(act, user, home ? home.id : await openWorkspace(act, user));
  return user;
}

/** Creates a workspace whose only member is this account. The account may manage the workspace. */
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

/** Adds a user to a workspace. */
export const join = (
  { tx, now }: Act,
  { id, emailKey }: User,
  workspaceId: string,
): Promise<void> =>
  tx.memberships.put({
    id: membershipId(workspaceId, id),
    workspaceId,
    userId: id,
    joinedAt: now,
    order: `${workspaceId} ${emailKey}`,
  });
