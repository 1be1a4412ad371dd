import type { App, Caller } from '../../App';
import { command, precheck, query, type View } from '../../command';
import type { Job, Workspace } from '../../records';
import { refuse } from '../../refusals';
import { actor, managed, requireSudo, requireVersion, signedIn, type SignedIn } from '../guards';
import { applyBatch, batchAfter, requireSecrets, secretsFor } from './enforcementBatch';

const startOf = (workspaceId: string) => `${workspaceId} `;

const progressOf = async ({ tx }: View, workspaceId: string) => {
  const job = await tx.jobs.get(workspaceId);
  return job ? { done: job.done, total: job.total } : null;
};

/** Returns the content of the Security Options page, with the number of members that enforcement would mail. */
export const showEnforcement = (app: App, caller: Caller, workspaceId: string) =>
  query(app, caller, async (view) => {
    const { user } = await signedIn(view);
    const workspace = await managed(view, user, workspaceId);
    const own = await view.tx.factors.get(user.id);
    const counts = await view.tx.counts.get(workspaceId);
    return {
      enforced: workspace.enforced,
      version: workspace.version,
      ownTwoFactorOn: own?.state === 'on',
      members: counts?.members ?? 0,
      withoutTwoFactor: counts?.withoutTwoFactor ?? 0,
      /**
       * Number of members without a second factor who have this workspace as their home. Enforcement mails each
       * of these members a secret.
       */
      toMail: counts?.toMail ?? 0,
      /**
       * The number of members that the running job has processed, and the number of all its members; null without
       * a job.
       */
      progress: await progressOf(view, workspaceId),
    };
  });

export interface EnforcementChange {
  readonly on: boolean;
  /** The workspace's version when the admin confirmed. */
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
 * Starts or stops requiring two-factor authentication of all members. A start mails a secret to each member
 * without a factor who has this workspace as their home. A stop voids mailed secrets and keeps active factors.
 * The transaction processes the first members, and a job processes the rest.
 */
export async function setEnforcement(
  app: App,
  caller: Caller,
  workspaceId: string,
  change: EnforcementChange,
) {
  const kind = change.on ? 'invite' : 'release';
  const toMail = await precheck(app, caller, async (view) => {
    const workspace = await mayChange(view, await signedIn(view), workspaceId, change);
    const batch = await batchAfter(view, workspaceId, startOf(workspaceId));
    return change.on ? batch.toMail(workspace, view.now) : [];
  });
  const secrets = await secretsFor(app, toMail ?? []);
  return command(app, `enforcement/${change.on ? 'on' : 'off'}`, caller, async (act) => {
    act.note.workspaceId = workspaceId;
    const workspace = await mayChange(act, await actor(act), workspaceId, change);
    if (toMail === null) throw refuse('stale');
    const changed = { ...workspace, enforced: change.on, version: workspace.version + 1 };
    const counts = await act.tx.counts.get(workspaceId);
    const mailed = (change.on ? counts?.toMail : counts?.members) ?? 0;
    const job: Job = {
      id: workspaceId,
      kind,
      after: startOf(workspaceId),
      startedAt: act.now,
      done: 0,
      total: counts?.members ?? 0,
    };
    await requireSecrets(act, changed, secrets, job);
    await act.tx.workspaces.put(changed);
    await applyBatch(act, changed, secrets, job);
    return { enforced: change.on, mailed, progress: await progressOf(act, workspaceId) };
  });
}
