import { systemCaller, type App } from '../../App';
import { command, query, type Act, type View } from '../../command';
import { policy } from '../../policy';
import type { Factor, Job, Membership, User, Workspace } from '../../records';
import { refuse } from '../../refusals';
import { within } from '../../store';
import { isMailed, voidUnneededInvite } from './invitees';
import { makeMailedSecret, sendInvite, type MailedSecret } from './mailedSecret';

type Secrets = ReadonlyMap<string, MailedSecret>;

interface Member {
  readonly membership: Membership;
  readonly user: User;
  readonly factor: Factor | undefined;
}

/** Whether this member was already mailed at a sign-in since the job started. */
const isDone = (factor: Factor | undefined, startedAt: number): boolean =>
  factor?.state === 'invited' && factor.since >= startedAt;

const toMail = (members: readonly Member[], workspace: Workspace, startedAt: number): User[] =>
  members
    .filter(({ user, factor }) => isMailed(user, workspace, factor) && !isDone(factor, startedAt))
    .map(({ user }) => user);

/** Returns the members after `after`, in membership order, up to the batch size. */
export async function batchAfter({ tx }: View, workspaceId: string, after: string) {
  const rows = await tx.memberships.range('order', {
    ...within(workspaceId),
    above: after,
    limit: policy.batch,
  });
  const members: Member[] = [];
  for (const membership of rows) {
    const user = await tx.users.get(membership.userId);
    const factor = await tx.factors.get(membership.userId);
    if (user) members.push({ membership, user, factor });
  }
  return {
    members,
    last: rows.length < policy.batch ? null : (rows.at(-1)?.order ?? null),
    count: rows.length,
    toMail: (workspace: Workspace, startedAt: number) => toMail(members, workspace, startedAt),
  };
}

/** Generates a secret to mail for each user. Returns the secrets by user id. */
export async function secretsFor(app: App, users: readonly User[]): Promise<Secrets> {
  const secrets = new Map<string, MailedSecret>();
  for (const user of users) secrets.set(user.id, await makeMailedSecret(app, user));
  return secrets;
}

/**
 * Throws `stale` if the next batch includes a member without a generated secret, who joined or turned 2FA off in
 * the meantime. Call this function before the first write, because a refusal commits earlier writes.
 */
export async function requireSecrets(
  view: View,
  workspace: Workspace,
  secrets: Secrets,
  job: Job,
): Promise<void> {
  if (job.kind !== 'invite') return;
  const batch = await batchAfter(view, workspace.id, job.after);
  if (batch.toMail(workspace, job.startedAt).some(({ id }) => !secrets.has(id)))
    throw refuse('stale');
}

/**
 * Processes one batch of a job and saves the job's progress in the same transaction, so that no member is mailed
 * twice or skipped. Call `requireSecrets` first.
 */
export async function applyBatch(
  act: Act,
  workspace: Workspace,
  secrets: Secrets,
  job: Job,
): Promise<void> {
  const batch = await batchAfter(act, workspace.id, job.after);
  if (job.kind === 'invite')
    for (const user of batch.toMail(workspace, job.startedAt)) {
      const secret = secrets.get(user.id);
      if (secret) await sendInvite(act, user, workspace, secret);
    }
  else
    for (const { user } of batch.members) {
      await voidUnneededInvite(act, user);
      await act.mail(user.email, 'enforcement-off', { workspace: workspace.name });
    }
  if (batch.last === null) await act.tx.jobs.delete(job.id);
  else await act.tx.jobs.put({ ...job, after: batch.last, done: job.done + batch.count });
}

/** Processes the next batch of a job. Returns false if there is no job. */
export async function runNextBatch(app: App): Promise<boolean> {
  const next = await query(app, systemCaller, async (view) => {
    const [job] = await view.tx.jobs.all();
    const workspace = job && (await view.tx.workspaces.get(job.id));
    if (!job || !workspace) return null;
    const { toMail: select } = await batchAfter(view, workspace.id, job.after);
    return { job, users: job.kind === 'invite' ? select(workspace, job.startedAt) : [] };
  });
  if (!next) return false;
  const secrets = await secretsFor(app, next.users);
  await command(app, 'enforcement/continued', systemCaller, async (act) => {
    const { job } = next;
    act.note.workspaceId = job.id;
    const workspace = await act.tx.workspaces.get(job.id);
    const current = await act.tx.jobs.get(job.id);
    const isSame = current?.after === job.after && current.startedAt === job.startedAt;
    if (!workspace || !isSame) return;
    await requireSecrets(act, workspace, secrets, job);
    await applyBatch(act, workspace, secrets, job);
  }).catch((error: unknown) => {
    // A refusal leaves the job unchanged, and the next run tries the batch again.
    if (!(error instanceof Error) || error.name !== 'Refusal') throw error;
  });
  return true;
}
