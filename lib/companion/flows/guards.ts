import type { Act, View } from '../command';
import { policy } from '../policy';
import type { Factor, Session, User, Workspace } from '../records';
import { refuse } from '../refusals';

export interface SignedIn {
  readonly session: Session;
  readonly user: User;
}

/** Whether a session is past its idle or its absolute end. */
export const isOver = (session: Session, now: number): boolean =>
  now - session.lastSeenAt > policy.session.idle ||
  now - session.createdAt > policy.session.absolute;

/** Who is signed in. Throws `signed_out`. */
export async function signedIn({ tx, caller, now }: View): Promise<SignedIn> {
  const [session] =
    caller.tokenHash === null ? [] : await tx.sessions.where('tokenHash', caller.tokenHash);
  const user = session && (await tx.users.get(session.userId));
  if (!session || !user || user.disabledAt !== null || isOver(session, now))
    throw refuse('signed_out');
  return { session, user };
}

/** As signedIn, for a command: notes who acts, and that the session is in use. */
export async function actor(act: Act): Promise<SignedIn> {
  const { session, user } = await signedIn(act);
  act.note.actor = user.id;
  act.note.subject = user.id;
  act.note.sessionId = session.id;
  return { session: await seen(act, session), user };
}

/** Last use, written once a minute at most. */
async function seen({ tx, now }: Act, session: Session): Promise<Session> {
  if (now - session.lastSeenAt < policy.session.touchEvery) return session;
  const touched = { ...session, lastSeenAt: now };
  await tx.sessions.put(touched);
  return touched;
}

const isFresh = (at: number, now: number) => now - at <= policy.sudo.lifetime;

/** By what a person may prove again that it is them. */
export const sudoMethods = (user: User, factor: Factor | undefined): string[] =>
  factor?.state === 'on'
    ? factor.backup?.hashes.length
      ? ['code', 'backup-code']
      : ['code']
    : [user.method];

/** Throws `reauth_required` unless the person proved within five minutes who they are; with a second factor, by it. */
export async function requireSudo({ tx, now }: View, { session, user }: SignedIn): Promise<void> {
  const factor = await tx.factors.get(user.id);
  const provenAt = factor?.state === 'on' ? session.factorAt : session.authAt;
  if (!isFresh(provenAt, now))
    throw refuse('reauth_required', { methods: sudoMethods(user, factor) });
}

/** Throws `stale` when a form was filled in over an older state. */
export function requireVersion(seenVersion: number, { version }: User | Workspace): void {
  if (seenVersion !== version) throw refuse('stale');
}

/** A workspace of the person's own; another's is as if it were not there. */
export async function memberOf({ tx }: View, user: User, workspaceId: string): Promise<Workspace> {
  const workspace = await tx.workspaces.get(workspaceId);
  const membership = await tx.memberships.get(membershipId(workspaceId, user.id));
  if (!workspace || !membership) throw refuse('not_found');
  return workspace;
}

export const membershipId = (workspaceId: string, userId: string) => `${workspaceId} ${userId}`;

/** Whether the person is in a group with "Manage Account": looked up at every call. */
export async function isManager({ tx }: View, user: User, workspaceId: string): Promise<boolean> {
  const groups = await tx.groups.where('workspaceId', workspaceId);
  return groups.some((group) => group.manageAccount && group.members.includes(user.id));
}

/** A workspace that the person manages. Throws `not_found` for a stranger, `forbidden` for a member. */
export async function managed(view: View, user: User, workspaceId: string): Promise<Workspace> {
  const workspace = await memberOf(view, user, workspaceId);
  if (!(await isManager(view, user, workspaceId))) throw refuse('forbidden');
  return workspace;
}

export async function workspacesOf({ tx }: View, userId: string): Promise<Workspace[]> {
  const memberships = await tx.memberships.where('userId', userId);
  const found = await Promise.all(
    memberships.map(({ workspaceId }) => tx.workspaces.get(workspaceId)),
  );
  return found.filter((workspace) => workspace !== undefined);
}

/** Those of a person's workspaces that require two-factor authentication. */
export const enforcing = async (view: View, userId: string): Promise<Workspace[]> =>
  (await workspacesOf(view, userId)).filter(({ enforced }) => enforced);

/** Members of a workspace, by address. */
export async function membersOf({ tx }: View, workspaceId: string): Promise<User[]> {
  const memberships = await tx.memberships.where('workspaceId', workspaceId);
  const users = await Promise.all(memberships.map(({ userId }) => tx.users.get(userId)));
  return users
    .filter((user) => user !== undefined)
    .toSorted((a, b) => a.emailKey.localeCompare(b.emailKey));
}

export async function userByAddress({ tx }: View, key: string): Promise<User | undefined> {
  return (await tx.users.where('emailKey', key))[0];
}
