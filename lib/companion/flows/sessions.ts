import type { App, Caller } from '../App';
import { command, query, precheck, viewOf, type Act } from '../command';
import type { FreshToken } from '../mechanism/tokens';
import { policy } from '../policy';
import type { Session, User } from '../records';
import { refuse } from '../refusals';
import { actor, isOver, requireSudo, signedIn, workspacesOf } from './guards';

const { perUser } = policy.session;

/** Begins a session under a new token: what was there before sign-in is worth nothing after it. */
export async function beginSession(
  act: Act,
  user: User,
  fresh: FreshToken,
  proof: { readonly id: string; readonly secondFactor: boolean },
): Promise<void> {
  const { tx, now, caller } = act;
  const others = (await tx.sessions.where('userId', user.id)).toSorted(
    (a, b) => b.lastSeenAt - a.lastSeenAt,
  );
  for (const old of others.slice(perUser - 1)) await tx.sessions.delete(old.id);
  const [workspace] = await workspacesOf(act, user.id);
  await tx.sessions.put({
    id: proof.id,
    tokenHash: fresh.hash,
    userId: user.id,
    device: caller.device,
    createdAt: now,
    lastSeenAt: now,
    authAt: now,
    factorAt: proof.secondFactor ? now : 0,
    workspaceId: workspace?.id ?? null,
  });
  const isNewDevice = !user.devices.includes(caller.device);
  if (isNewDevice && user.devices.length > 0)
    await act.mail(user.email, 'new-device', { device: caller.device });
  await tx.users.put({
    ...user,
    completedAt: user.completedAt ?? now,
    devices: isNewDevice ? [...user.devices, caller.device].slice(-perUser) : user.devices,
  });
  act.note.actor = user.id;
  act.note.subject = user.id;
  act.note.sessionId = proof.id;
}

/** Goes on with a session under a new token; the old one is dead. */
export async function renewSession(
  { tx, now }: Act,
  session: Session,
  fresh: FreshToken,
  proven: Partial<Pick<Session, 'authAt' | 'factorAt'>> = {},
): Promise<{ token: string }> {
  await tx.sessions.put({ ...session, ...proven, lastSeenAt: now, tokenHash: fresh.hash });
  return { token: fresh.token };
}

/** Ends all sessions of a user, but for one where it is named. */
export async function endSessions({ tx }: Act, userId: string, except?: string): Promise<void> {
  for (const { id } of await tx.sessions.where('userId', userId))
    if (id !== except) await tx.sessions.delete(id);
}

/** Ends what was begun and waits: sign-ins without their second factor. */
export async function endChallenges({ tx }: Act, userId: string): Promise<void> {
  for (const { tokenHash } of await tx.challenges.where('userId', userId))
    await tx.challenges.delete(tokenHash);
}

/** Looking at pages is use too: a session that only reads does not run idle. Written once a minute at most. */
export async function keepAlive(app: App, caller: Caller): Promise<void> {
  const isDue = await precheck(app, caller, async (view) => {
    const { session } = await signedIn(view);
    return view.now - session.lastSeenAt >= policy.session.touchEvery;
  });
  if (!isDue) return;
  await app.ports.store.write(async (tx) => {
    const view = await viewOf(app, caller, tx);
    const { session } = await signedIn(view);
    await tx.sessions.put({ ...session, lastSeenAt: view.now });
  });
}

/** The Sessions tab: where this person is signed in. Ids are not tokens. */
export const listSessions = (app: App, caller: Caller) =>
  query(app, caller, async (view) => {
    const { session: current, user } = await signedIn(view);
    const sessions = await view.tx.sessions.where('userId', user.id);
    return sessions
      .filter((session) => !isOver(session, view.now))
      .toSorted((a, b) => b.lastSeenAt - a.lastSeenAt)
      .map(({ id, device, createdAt, lastSeenAt }) => ({
        id,
        device,
        createdAt,
        lastSeenAt,
        current: id === current.id,
      }));
  });

/** Ends one session of the person's own. */
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

/** Which workspace the pages of this session show. */
export const switchWorkspace = (app: App, caller: Caller, workspaceId: string) =>
  command(app, 'session/workspace-switched', caller, async (act) => {
    const { session, user } = await actor(act);
    const mine = await workspacesOf(act, user.id);
    if (!mine.some(({ id }) => id === workspaceId)) throw refuse('not_found');
    await act.tx.sessions.put({ ...session, workspaceId });
    return { done: true };
  });
