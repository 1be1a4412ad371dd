import type { App, Caller } from '../../App';
import { query } from '../../command';
import { policy } from '../../policy';
import type { AuditEntry } from '../../records';
import { managed, membersOf, signedIn } from '../guards';

/** What happened in a workspace and to its members' own accounts, newest first. */
export const listAudit = (app: App, caller: Caller, workspaceId: string) =>
  query(app, caller, async (view) => {
    const { user } = await signedIn(view);
    await managed(view, user, workspaceId);
    const members = await membersOf(view, workspaceId);
    const entries: AuditEntry[] = await view.tx.audit.where('workspaceId', workspaceId);
    for (const { id } of members)
      for (const entry of await view.tx.audit.where('subject', id))
        if (entry.workspaceId === null) entries.push(entry);
    const nameOf = async (id: string | null) =>
      id === null ? null : ((await view.tx.users.get(id))?.name ?? null);
    const newest = entries.toSorted((a, b) => (a.id < b.id ? 1 : -1)).slice(0, policy.auditShown);
    return Promise.all(
      newest.map(async ({ id, at, event, outcome, actor, subject, method, sessionId }) => ({
        id,
        at,
        event,
        outcome,
        actor: await nameOf(actor),
        subject: await nameOf(subject),
        method,
        sessionId,
      })),
    );
  });
