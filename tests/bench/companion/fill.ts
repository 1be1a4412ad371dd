import type { Store } from '../../../lib/companion';

/** Number of audit entries of each member. */
const entriesEach = 10;
const perWrite = 500;

interface Person {
  readonly id: string;
  readonly email: string;
}

const audited = (workspaceId: string, { id }: Person, number: number, at: number) => {
  const entry = `0000000000-${String(number).padStart(9, '0')}`;
  return {
    id: entry,
    at,
    event: number % 2 === 0 ? 'sign-in/password' : 'password/changed',
    outcome: 'ok',
    actor: id,
    subject: id,
    workspaceId: null,
    method: 'password',
    sessionId: null,
    scope: `${workspaceId} ${entry}`,
    scopeKind: `${workspaceId} ${number % 2 === 0 ? 'sign-in' : 'password'} ${entry}`,
    scopeSubject: `${workspaceId} ${id} ${entry}`,
    scopeActor: `${workspaceId} ${id} ${entry}`,
  };
};

/**
 * Adds members to the demo's Harbour workspace, each with ten audit entries, a session, an expired limit and a
 * mail.
 */
export async function fill(store: Store, members: number, now: number): Promise<void> {
  const harbour = await store.read(async (tx) =>
    (await tx.workspaces.all()).find(({ name }) => name === 'Harbour'),
  );
  const model = await store.read(async (tx) =>
    (await tx.users.all()).find(({ method }) => method === 'password'),
  );
  if (!harbour || !model) throw new Error('The demo is not there.');
  const workspaceId = harbour.id;
  for (let first = 0; first < members; first += perWrite)
    await store.write(async (tx) => {
      const puts: Promise<void>[] = [];
      for (let i = first; i < Math.min(members, first + perWrite); i++) {
        const number = String(i).padStart(6, '0');
        const id = `person-${number}`;
        const email = `person${number}@larkfield.example`;
        puts.push(
          tx.users.put({
            ...model,
            id,
            email,
            emailKey: email,
            name: `Person ${number}`,
            googleSub: null,
            homeId: workspaceId,
          }),
        );
        puts.push(
          tx.memberships.put({
            id: `${workspaceId} ${id}`,
            workspaceId,
            userId: id,
            joinedAt: now,
            order: `${workspaceId} ${email}`,
          }),
        );
        puts.push(
          tx.sessions.put({
            id: `session-${number}`,
            tokenHash: `hash-${number}`,
            previousHash: null,
            userId: id,
            device: 'Chromium on Linux',
            client: null,
            address: null,
            createdAt: now,
            lastSeenAt: now,
            expiresAt: now + 3_600_000,
            authAt: now,
            factorAt: 0,
            workspaceId,
          }),
        );
        puts.push(tx.limits.put({ id: `old ${number}`, hits: [now], expiresAt: now - 1 }));
        puts.push(
          tx.mails.put({
            id: `0000000000-${number}`,
            to: email,
            toKey: email,
            order: `${email} 0000000000-${number}`,
            at: now,
            kind: 'new-device',
            facts: { device: 'Chromium on Linux' },
            sealed: null,
          }),
        );
        puts.push(
          tx.mailboxes.put({
            id: email,
            address: email,
            count: 1,
            newestAt: now,
            order: `${String(now).padStart(16, '0')} ${email}`,
          }),
        );
        for (let each = 0; each < entriesEach; each++)
          puts.push(tx.audit.put(audited(workspaceId, { id, email }, i * entriesEach + each, now)));
      }
      await Promise.all(puts);
    });
  await store.write(async (tx) => {
    const counts = await tx.counts.get(workspaceId);
    if (!counts) throw new Error('Harbour has no counts.');
    await tx.counts.put({
      id: workspaceId,
      members: counts.members + members,
      withoutTwoFactor: counts.withoutTwoFactor + members,
      toMail: counts.toMail + members,
    });
  });
}
