import type { Act, View } from '../command';
import { policy } from '../policy';
import type { Factor, Group, Session, User, Workspace } from '../records';
import { refuse } from '../refusals';
import { isOver } from './expiry';
import { noteUse, type SignedIn } from './sessionUse';

export type { SignedIn } from './sessionUse';

/**
 * Returns the session of the caller's token. A renewed session also accepts its previous token until the new
 * token is used.
 */
async function sessionOf({ tx, caller }: View): Promise<Session | undefined> {
  if (caller.tokenHash === null) return undefined;
  const [current] = await tx.sessions.where('tokenHash', caller.tokenHash);
  return current ?? (await tx.sessions.where('previousHash', caller.tokenHash))[0];
}

/** Returns the signed-in person and their session. Throws `signed_out`. */
export async function signedIn(view: View): Promise<SignedIn> {
  const session = await sessionOf(view);
  const user = session && (await view.tx.users.get(session.userId));
  if (!session || !user || user.disabledAt !== null || isOver(session, view.now))
    throw refuse('signed_out');
  return { session, user };
}

/**
 * Returns the signed-in person for a command. Records the person in the audit note, and records the use of the
 * session.
 */
export async function actor(act: Act): Promise<SignedIn> {
  const signed = await signedIn(act);
  act.note.actor = signed.user.id;
  act.note.subject = signed.user.id;
  act.note.sessionId = signed.session.id;
  return noteUse(act, signed);
}

/** Returns the methods by which a person can re-authenticate. */
const sudoMethods = (user: User, factor: Factor | undefined): string[] =>
  factor?.state === 'on'
    ? factor.backup?.hashes.length
      ? ['code', 'backup-code']
      : ['code']
    : [user.method];

/**
 * Throws `reauth_required` unless the person re-authenticated within the last five minutes, by the second factor
 * if 2FA is on.
 */
export async function requireSudo({ tx, now }: View, { session, user }: SignedIn): Promise<void> {
  const factor = await tx.factors.get(user.id);
  const provenAt = factor?.state === 'on' ? session.factorAt : session.authAt;
  if (provenAt > now || now - provenAt > policy.sudo.lifetime)
    throw refuse('reauth_required', { methods: sudoMethods(user, factor) });
}

/** Throws `stale` if the record changed since the form was shown. */
export function requireVersion(seenVersion: number, { version }: User | Workspace): void {
  if (seenVersion !== version) throw refuse('stale');
}

export const membershipId = (workspaceId: string, userId: string) => `${workspaceId} ${userId}`;

/**
 * Returns a workspace of the person. Throws `not_found` if the person isn't a member, even if the workspace
 * exists.
 */
export async function memberOf({ tx }: View, user: User, workspaceId: string): Promise<Workspace> {
  const workspace = await tx.workspaces.get(workspaceId);
  const membership = await tx.memberships.get(membershipId(workspaceId, user.id));
  if (!workspace || !membership) throw refuse('not_found');
  return workspace;
}

/**
 * Whether a workspace hides its pages from the person until 2FA is on. The home workspace never hides its pages,
 * because it requires 2FA at sign-in.
 */
export async function isClosedTo({ tx }: View, user: User, workspace: Workspace): Promise<boolean> {
  if (!workspace.enforced || workspace.id === user.homeId) return false;
  return (await tx.factors.get(user.id))?.state !== 'on';
}

/**
 * Whether the person is in a group with "Manage Account". Reads the groups at every call, so that changes apply
 * at once.
 */
export async function isManager({ tx }: View, user: User, workspaceId: string): Promise<boolean> {
  const groups = await tx.groups.where('workspaceId', workspaceId);
  return groups.some((group) => group.manageAccount && group.members.includes(user.id));
}

/**
 * Returns a workspace that the person manages. Throws `not_found` for a stranger, `two_factor_required` if its
 * pages are closed to the person, and `forbidden` for other members.
 */
export async function managed(view: View, user: User, workspaceId: string): Promise<Workspace> {
  const workspace = await memberOf(view, user, workspaceId);
  if (await isClosedTo(view, user, workspace))
    throw refuse('two_factor_required', { workspace: workspace.name });
  if (!(await isManager(view, user, workspaceId))) throw refuse('forbidden');
  return workspace;
}

/** Returns the workspaces that the person is a member of. */
export async function workspacesOf({ tx }: View, userId: string): Promise<Workspace[]> {
  const memberships = await tx.memberships.where('userId', userId);
  const found = await Promise.all(
    memberships.map(({ workspaceId }) => tx.workspaces.get(workspaceId)),
  );
  return found.filter((workspace) => workspace !== undefined);
}

/** Returns the person's workspaces that require 2FA. As long as there are any, 2FA can't be turned off. */
export const enforcing = async (view: View, userId: string): Promise<Workspace[]> =>
  (await workspacesOf(view, userId)).filter(({ enforced }) => enforced);

/** Returns the home workspace if it requires 2FA, or null. Other workspaces don't require 2FA at sign-in. */
export async function enforcingHome({ tx }: View, user: User): Promise<Workspace | null> {
  const home = user.homeId === null ? undefined : await tx.workspaces.get(user.homeId);
  return home?.enforced ? home : null;
}

/** Whether a user may sign in. The account must not be disabled, and its sign-up must be finished. */
export const canSignIn = (user: User | undefined): boolean =>
  user !== undefined && user.disabledAt === null && user.completedAt !== null;

/** Returns the ids of the users who are in a group with "Manage Account". */
export const managersIn = (groups: readonly Group[]): string[] =>
  groups.filter(({ manageAccount }) => manageAccount).flatMap(({ members }) => members);

/** Whether the home workspace has another admin who can sign in and therefore can reset this person's 2FA. */
export async function canAdminHelp({ tx }: View, user: User): Promise<boolean> {
  if (user.homeId === null) return false;
  const groups = await tx.groups.where('workspaceId', user.homeId);
  for (const id of managersIn(groups))
    if (id !== user.id && canSignIn(await tx.users.get(id))) return true;
  return false;
}

/** Finds a user by the key of their address (see mechanism/addresses). */
export async function userByAddress({ tx }: View, key: string): Promise<User | undefined> {
  return (await tx.users.where('emailKey', key))[0];
}
