import type { App, Caller } from '../../App';
import { command, query, precheck, type Act, type View } from '../../command';
import type { User, Workspace } from '../../records';
import { refuse } from '../../refusals';
import {
  actor,
  enforcing,
  managed,
  membersOf,
  requireSudo,
  requireVersion,
  signedIn,
  type SignedIn,
} from '../guards';
import { bumpVersion, makeMailedSecret, sendSecret, type MailedSecret } from './mailedSecret';

/** Members who can sign in and have no second factor that works: those whom enforcement mails. */
async function membersWithout(view: View, workspaceId: string): Promise<User[]> {
  const members = await membersOf(view, workspaceId);
  const factors = await Promise.all(members.map(({ id }) => view.tx.factors.get(id)));
  return members.filter((user, index) => {
    const state = factors[index]?.state;
    return user.disabledAt === null && (state === undefined || state === 'invited');
  });
}

/** What Security Options shows, and how many would be mailed. */
export const showEnforcement = (app: App, caller: Caller, workspaceId: string) =>
  query(app, caller, async (view) => {
    const { user } = await signedIn(view);
    const workspace = await managed(view, user, workspaceId);
    const own = await view.tx.factors.get(user.id);
    return {
      enforced: workspace.enforced,
      version: workspace.version,
      ownTwoFactorOn: own?.state === 'on',
      members: (await membersOf(view, workspaceId)).length,
      withoutTwoFactor: (await membersWithout(view, workspaceId)).length,
    };
  });

export interface EnforcementChange {
  readonly on: boolean;
  /** The workspace's version that the confirmation was given over. */
  readonly version: number;
}

async function mayChange(
  view: View,
  signed: SignedIn,
  workspaceId: string,
  change: EnforcementChange,
): Promise<Workspace> {
  const workspace = await managed(view, signed.user, workspaceId);
  const own = await view.tx.factors.get(signed.user.id);
  if (change.on && own?.state !== 'on') throw refuse('enable_own_2fa_first');
  requireVersion(change.version, workspace);
  if (workspace.enforced === change.on) throw refuse('stale');
  await requireSudo(view, signed);
  return workspace;
}

/**
 * Requires two-factor authentication of all members, or ends that. On: those without it are mailed a secret,
 * all of them or none. Off: what people set up stays on, what was mailed is void.
 */
export async function setEnforcement(
  app: App,
  caller: Caller,
  workspaceId: string,
  change: EnforcementChange,
) {
  const toMail = await precheck(app, caller, async (view) => {
    await mayChange(view, await signedIn(view), workspaceId, change);
    return change.on ? membersWithout(view, workspaceId) : [];
  });
  const secrets = new Map<string, MailedSecret>();
  for (const user of toMail ?? []) secrets.set(user.id, await makeMailedSecret(app, user));
  return command(app, `enforcement/${change.on ? 'on' : 'off'}`, caller, async (act) => {
    act.note.workspaceId = workspaceId;
    const workspace = await mayChange(act, await actor(act), workspaceId, change);
    const without = change.on ? await membersWithout(act, workspaceId) : [];
    // Someone joined while the secrets were made: nobody may be left out.
    if (without.some(({ id }) => !secrets.has(id))) throw refuse('stale');
    await act.tx.workspaces.put({
      ...workspace,
      enforced: change.on,
      version: workspace.version + 1,
    });
    for (const member of await membersOf(act, workspaceId)) await bumpVersion(act, member.id);
    if (!change.on) await endEnforcement(act, workspace);
    for (const user of without) {
      const secret = secrets.get(user.id);
      if (secret) await invite(act, user, workspace, secret);
    }
    return { enforced: change.on, mailed: without.length };
  });
}

export const invite = (act: Act, user: User, { name }: Workspace, secret: MailedSecret) =>
  sendSecret(act, user, secret, {
    state: 'invited',
    kind: 'enforcement-invite',
    workspace: name,
  });

async function endEnforcement(act: Act, workspace: Workspace): Promise<void> {
  for (const user of await membersOf(act, workspace.id)) {
    await voidUnneededInvite(act, user.id);
    await act.mail(user.email, 'enforcement-off', { workspace: workspace.name });
  }
}

/** A mailed secret that no workspace asks for any more is void. (A reset one stays: it replaced a factor.) */
export async function voidUnneededInvite(act: Act, userId: string): Promise<void> {
  const factor = await act.tx.factors.get(userId);
  if (factor?.state !== 'invited' || (await enforcing(act, userId)).length > 0) return;
  await act.tx.factors.delete(userId);
  await bumpVersion(act, userId);
}
