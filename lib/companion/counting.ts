import type { Counts } from './records';
import type { Table, TableName, Tx } from './store';

type Sums = Omit<Counts, 'id'>;

/** Returns what one person adds to the counts of each of their workspaces. */
async function contributions(tx: Tx, userId: string): Promise<Map<string, Sums>> {
  const user = await tx.users.get(userId);
  if (!user) return new Map();
  const state = (await tx.factors.get(userId))?.state;
  const works = state === 'on' || state === 'reset';
  const lacks = user.disabledAt === null && user.completedAt !== null && !works;
  const memberships = await tx.memberships.where('userId', userId);
  return new Map(
    memberships.map(({ workspaceId }) => [
      workspaceId,
      {
        members: 1,
        withoutTwoFactor: Number(lacks),
        toMail: Number(lacks && user.homeId === workspaceId && user.emailVerifiedAt !== null),
      },
    ]),
  );
}

const none: Sums = { members: 0, withoutTwoFactor: 0, toMail: 0 };

const add = (a: Sums, b: Sums, sign: 1 | -1): Sums => ({
  members: a.members + sign * b.members,
  withoutTwoFactor: a.withoutTwoFactor + sign * b.withoutTwoFactor,
  toMail: a.toMail + sign * b.toMail,
});

/**
 * Maintains the stored counts of workspaces. The returned `tx` tracks every written user, factor and membership;
 * `settle` updates the counts. Every command uses this `tx`, so no flow can forget the counts.
 */
export function countingTx(tx: Tx): { readonly tx: Tx; readonly settle: () => Promise<void> } {
  const before = new Map<string, Map<string, Sums>>();
  const touch = async (userId: string) => {
    if (!before.has(userId)) before.set(userId, await contributions(tx, userId));
  };
  const counted = <T extends TableName>(
    table: Table<T>,
    userOf: (key: string) => string,
    keyOf: (row: Parameters<Table<T>['put']>[0]) => string,
  ): Table<T> => ({
    ...table,
    async put(row) {
      await touch(userOf(keyOf(row)));
      await table.put(row);
    },
    async delete(key) {
      await touch(userOf(key));
      await table.delete(key);
    },
  });
  return {
    tx: {
      ...tx,
      users: counted(
        tx.users,
        (id) => id,
        ({ id }) => id,
      ),
      factors: counted(
        tx.factors,
        (id) => id,
        ({ userId }) => userId,
      ),
      memberships: counted(
        tx.memberships,
        (id) => id.split(' ')[1] ?? '',
        ({ id }) => id,
      ),
    },
    async settle() {
      const changes = new Map<string, Sums>();
      const note = (sums: Map<string, Sums>, sign: 1 | -1) => {
        for (const [id, each] of sums) changes.set(id, add(changes.get(id) ?? none, each, sign));
      };
      for (const [userId, sums] of before) {
        note(sums, -1);
        note(await contributions(tx, userId), 1);
      }
      for (const [id, change] of changes) {
        if (Object.values(change).every((each) => each === 0)) continue;
        const sums = add((await tx.counts.get(id)) ?? none, change, 1);
        if (sums.members > 0) await tx.counts.put({ id, ...sums });
        else await tx.counts.delete(id);
      }
    },
  };
}
