import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { policy } from '../policy';
import type { Membership, User } from '../records';
import { schema, tableNames } from './Store';

type Upgrade = IDBPTransaction<unknown, string[], 'versionchange'>;

/** Tables that the upgrade from version 1 empties. People sign in again and request new links. */
const shortLived = [
  'sessions',
  'challenges',
  'tokens',
  'pending',
  'locks',
  'limits',
  'audit',
] as const;

/**
 * Creates the schema's missing tables and indexes, deletes obsolete indexes, and completes the records of version
 * 1.
 */
export async function upgradeDatabase(
  db: IDBPDatabase,
  transaction: Upgrade,
  oldVersion: number,
): Promise<void> {
  for (const table of tableNames) {
    const rows = db.objectStoreNames.contains(table)
      ? transaction.objectStore(table)
      : db.createObjectStore(table, { keyPath: schema[table].key });
    const wanted: readonly string[] = schema[table].indexes;
    for (const field of rows.indexNames) if (!wanted.includes(field)) rows.deleteIndex(field);
    for (const field of wanted)
      if (!rows.indexNames.contains(field)) rows.createIndex(field, field);
  }
  if (oldVersion === 1) await fillInVersionTwo(transaction);
}

async function fillInVersionTwo(transaction: Upgrade): Promise<void> {
  const table = (name: string) => transaction.objectStore(name);
  for (const name of shortLived) await table(name).clear();
  const memberships: Membership[] = await table('memberships').getAll();
  const users: User[] = await table('users').getAll();
  const counts = new Map<string, { members: number; withoutTwoFactor: number; toMail: number }>();
  for (const user of users) {
    const own = memberships.filter(({ userId }) => userId === user.id);
    const home = homeOf(user, memberships);
    const purgeAt = user.completedAt === null ? user.createdAt + policy.halfMade.lifetime : null;
    const homeId = home?.workspaceId ?? null;
    await table('users').put({ ...user, homeId, purgeAt, clients: [] });
    const factor = await table('factors').get(user.id);
    if (factor)
      await table('factors').put({
        ...factor,
        replayedAt: null,
        backup: factor.backup && { ...factor.backup, shown: true },
      });
    const works = factor?.state === 'on' || factor?.state === 'reset';
    const lacks = user.disabledAt === null && user.completedAt !== null && !works;
    for (const membership of own) {
      const { workspaceId } = membership;
      await table('memberships').put({ ...membership, order: `${workspaceId} ${user.emailKey}` });
      const sum = counts.get(workspaceId) ?? { members: 0, withoutTwoFactor: 0, toMail: 0 };
      sum.members += 1;
      if (lacks) sum.withoutTwoFactor += 1;
      if (lacks && workspaceId === homeId && user.emailVerifiedAt !== null) sum.toMail += 1;
      counts.set(workspaceId, sum);
    }
  }
  for (const [id, sum] of counts) await table('counts').put({ id, ...sum });
  await countMails(transaction);
}

/**
 * Returns the membership of an account's home. The membership is as old as the account, and its workspace isn't
 * the account's own. If several memberships match, as with demo people, returns the one of the largest workspace.
 */
function homeOf(user: User, memberships: readonly Membership[]): Membership | undefined {
  const sizeOf = (id: string) => memberships.filter((other) => other.workspaceId === id).length;
  return memberships
    .filter(
      ({ userId, workspaceId, joinedAt }) =>
        userId === user.id && joinedAt === user.createdAt && workspaceId !== `workspace-${user.id}`,
    )
    .toSorted((a, b) => sizeOf(b.workspaceId) - sizeOf(a.workspaceId))[0];
}

async function countMails(transaction: Upgrade): Promise<void> {
  for (const mail of await transaction.objectStore('mails').getAll()) {
    await transaction.objectStore('mails').put({ ...mail, order: `${mail.toKey} ${mail.id}` });
    const box = await transaction.objectStore('mailboxes').get(mail.toKey);
    await transaction.objectStore('mailboxes').put({
      id: mail.toKey,
      address: mail.to,
      count: (box?.count ?? 0) + 1,
      newestAt: mail.at,
      order: `${String(mail.at).padStart(16, '0')} ${mail.toKey}`,
    });
  }
}
