import type { App, Caller } from '../App';
import { command, query, type Act } from '../command';
import type { FreshToken } from '../mechanism/tokens';
import { policy } from '../policy';
import type { Session, User } from '../records';
import { refuse } from '../refusals';
import { endOfSession, isOver } from './expiry';
import { actor, isClosedTo, memberOf, requireSudo, signedIn, workspacesOf } from './guards';
import { isNewClient, withClient } from './sessionUse';

const { perUser } = policy.session;

/**
 * Returns the first of the person's workspaces whose pages are open to the person. If the pages of all workspaces
 * are closed, returns the first workspace.
 */
async function firstWorkspace(act: Act, user: User): Promise<string | null> {
  const workspaces = await workspacesOf(act, user.id);
  for (const workspace of workspaces)
    if (!(await isClosedTo(act, user, workspace))) return workspace.id;
  return workspaces[0]?.id ?? null;
}

/** Deletes the session of the caller's token before another session begins. */
export async function endCallersSession({ tx, caller }: Act): Promise<void> {
  if (caller.tokenHash === null) return;
  for (const field of ['tokenHash', 'previousHash'] as const)
    for (const { id } of await tx.sessions.where(field, caller.tokenHash))
      await tx.sessions.delete(id);
}

/** Starts a session with a new token. The browser's earlier session ends. */
export async function beginSession(
  act: Act,
  user: User,
  fresh: FreshToken,
  proof: { readonly id: string; readonly secondFactor: boolean },
): Promise<void> {
  const { tx, now, caller } = act;
  await endCallersSession(act);
  const others = (await tx.sessions.where('userId', user.id)).toSorted(
    (a, b) => b.lastSeenAt - a.lastSeenAt,
  );
  for (const old of others.slice(perUser - 1)) await tx.sessions.delete(old.id);
  await tx.sessions.put({
    id: proof.id,
    tokenHash: fresh.hash,
    previousHash: null,
    userId: user.id,
    device: caller.device,
    client: caller.client,
    address: caller.address,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: endOfSession(now, now),
    authAt: now,
    factorAt: proof.secondFactor ? now : 0,
    workspaceId: await firstWorkspace(act, user),
  });
  const isFirst = user.devices.length === 0 && user.clients.length === 0;
  if (!isFirst && isNewClient(user, caller))
    await act.mail(user.email, 'new-device', { device: caller.device });
  const completedAt = user.completedAt ?? now;
  await tx.users.put({ ...withClient(user, caller), completedAt, purgeAt: null });
  act.note.actor = user.id;
  act.note.subject = user.id;
  act.note.sessionId = proof.id;
}

/**
 * Gives a session a new token. The old token stays valid until the new token is used, because the response may
 * get lost.
 */
export async function renewSession(
  { tx, now, caller }: Act,
  session: Session,
  fresh: FreshToken,
  proven: Partial<Pick<Session, 'authAt' | 'factorAt'>> = {},
): Promise<{ token: string }> {
  await tx.sessions.put({
    ...session,
    ...proven,
    lastSeenAt: now,
    expiresAt: endOfSession(now, session.createdAt),
    tokenHash: fresh.hash,
    previousHash: caller.tokenHash,
  });
  return { token: fresh.token };
}

/** Ends all sessions of a user, except the one with the id `except`. */
export async function endSessions({ tx }: Act, userId: string, except?: string): Promise<void> {
  for (const { id } of await tx.sessions.where('userId', userId))
    if (id !== except) await tx.sessions.delete(id);
}

/** Ends the user's sign-ins that wait for a second factor. */
export async function endChallenges({ tx }: Act, userId: string): Promise<void> {
  for (const { tokenHash } of await tx.challenges.where('userId', userId))
    await tx.challenges.delete(tokenHash);
}

/** Returns the person's sessions, most recently used first. The returned ids give no access. */
export const listSessions = (app: App, caller: Caller) =>
  query(app, caller, async (view) => {
    const { session: current, user } = await signedIn(view);
    const sessions = await view.tx.sessions.where('userId', user.id);
    return sessions
      .filter((session) => !isOver(session, view.now))
      .toSorted((a, b) => b.lastSeenAt - a.lastSeenAt)
      .map(({ id, device, address, createdAt, lastSeenAt }) => ({
        id,
        device,
        address,
        createdAt,
        lastSeenAt,
        current: id === current.id,
      }));
  });

/** Ends one of the person's sessions. */
export const revokeSession = (app: App, caller: Caller, id: string) =>
  command(app, 'session/revoked', caller, async (act) => {
    const signed = await actor(act);
    const session = await act.tx.sessions.get(id);
    if (!session || session.userId !== signed.user.id) throw refuse('not_found');
    await requireSudo(act, signed);
    await act.tx.sessions.delete(id);
    return { done: true };
  });

export const revokeOtherSessions = (app: App, caller: Caller) =>
  command(app, 'session/others-revoked', caller, async (act) => {
    const signed = await actor(act);
    await requireSudo(act, signed);
    await endSessions(act, signed.user.id, signed.session.id);
    return { done: true };
  });

export const signOut = (app: App, caller: Caller) =>
  command(app, 'session/signed-out', caller, async (act) => {
    const { session } = await actor(act);
    await act.tx.sessions.delete(session.id);
    return { done: true };
  });

/** Sets the workspace whose pages this session shows. */
export const switchWorkspace = (app: App, caller: Caller, workspaceId: string) =>
  command(app, 'session/workspace-switched', caller, async (act) => {
    const { session, user } = await actor(act);
    const workspace = await memberOf(act, user, workspaceId);
    if (await isClosedTo(act, user, workspace))
      throw refuse('two_factor_required', { workspace: workspace.name });
    await act.tx.sessions.put({ ...session, workspaceId });
    return { done: true };
  });
