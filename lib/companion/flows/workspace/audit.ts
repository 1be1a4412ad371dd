import type { App, Caller } from '../../App';
import { query, type View } from '../../command';
import { policy } from '../../policy';
import type { AuditEntry } from '../../records';
import { within, type Range } from '../../store';
import { managed, signedIn } from '../guards';

/** The page and filters of a request for the audit log. */
export interface AuditFilter {
  /** The value of `next` from the previous page; absent for the first page. */
  readonly after?: string | undefined;
  /** Id of a user who is the actor or the subject. */
  readonly person?: string | undefined;
  /** The part of an event's name before the slash. */
  readonly event?: string | undefined;
}

type Field = 'scope' | 'scopeKind' | 'scopeSubject' | 'scopeActor';

const before = (prefix: string, after: string | undefined): Range => ({
  ...within(prefix),
  ...(after !== undefined && { below: `${prefix} ${after}` }),
  limit: policy.page + 1,
  backwards: true,
});

const kindOf = ({ event }: AuditEntry) => event.split('/')[0] ?? event;

/** Returns the indexes that hold the requested entries, each with its key prefix. */
function sources(workspaceId: string, { person, event }: AuditFilter): [Field, string][] {
  if (person !== undefined)
    return [
      ['scopeSubject', `${workspaceId} ${person}`],
      ['scopeActor', `${workspaceId} ${person}`],
    ];
  if (event !== undefined) return [['scopeKind', `${workspaceId} ${event}`]];
  return [['scope', workspaceId]];
}

/** Returns the newest requested entries before `after`, without duplicates. */
async function newest(
  { tx }: View,
  workspaceId: string,
  filter: AuditFilter,
): Promise<AuditEntry[]> {
  const found = new Map<string, AuditEntry>();
  for (const [field, prefix] of sources(workspaceId, filter))
    for (const entry of await tx.audit.range(field, before(prefix, filter.after)))
      found.set(entry.id, entry);
  return [...found.values()].toSorted((a, b) => (a.id < b.id ? 1 : -1)).slice(0, policy.page + 1);
}

/**
 * Returns one page of the workspace's audit log, newest first. If the admin's 2FA is on, includes personal
 * entries of members who have this workspace as their home. Session ids are left out.
 */
export const listAudit = (app: App, caller: Caller, workspaceId: string, filter: AuditFilter) =>
  query(app, caller, async (view) => {
    const { user } = await signedIn(view);
    await managed(view, user, workspaceId);
    const personal = (await view.tx.factors.get(user.id))?.state === 'on';
    const rows = await newest(view, workspaceId, filter);
    const page = rows.slice(0, policy.page);
    const people = new Map<string, { name: string; homeId: string | null }>();
    for (const id of new Set(page.flatMap(({ actor, subject }) => [actor, subject])))
      if (id !== null) {
        const found = await view.tx.users.get(id);
        if (found) people.set(id, found);
      }
    const mayRead = (entry: AuditEntry) => {
      if (entry.workspaceId !== null) return true;
      const about = entry.subject ?? entry.actor;
      return about !== null && personal && people.get(about)?.homeId === workspaceId;
    };
    const isWanted = (entry: AuditEntry) =>
      filter.person === undefined || filter.event === undefined || kindOf(entry) === filter.event;
    const nameOf = (id: string | null) => (id === null ? null : (people.get(id)?.name ?? null));
    return {
      entries: page
        .filter((entry) => mayRead(entry) && isWanted(entry))
        .map((entry) => ({
          id: entry.id,
          at: entry.at,
          event: entry.event,
          outcome: entry.outcome,
          actor: nameOf(entry.actor),
          subject: nameOf(entry.subject),
          method: entry.method,
        })),
      /** Where the next page begins; null at the last page. A page may have fewer entries than requested. */
      next: rows.length > policy.page ? (page.at(-1)?.id ?? null) : null,
      /** Whether the page includes personal entries of members. */
      personal,
      /** How long entries are kept, in milliseconds. */
      kept: policy.auditKept,
    };
  });
