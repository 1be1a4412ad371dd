import { openDB, type IDBPDatabase } from 'idb';
import { expect, test } from 'vitest';
import { indexedDbStore, policy, schemaVersion } from '../../../lib/companion';
import { makeWorld, minute, no, yes, type World } from './support';

await import('fake-indexeddb/auto');

/** The tables of version 1, without the indexes that version 2 added. */
const tablesOfOne = {
  users: { key: 'id', indexes: ['emailKey', 'googleSub'] },
  factors: { key: 'userId', indexes: [] },
  pending: { key: 'userId', indexes: [] },
  sessions: { key: 'id', indexes: ['tokenHash', 'userId'] },
  challenges: { key: 'tokenHash', indexes: ['userId'] },
  tokens: { key: 'hash', indexes: ['about'] },
  locks: { key: 'id', indexes: [] },
  limits: { key: 'id', indexes: [] },
  workspaces: { key: 'id', indexes: [] },
  memberships: { key: 'id', indexes: ['userId', 'workspaceId'] },
  groups: { key: 'id', indexes: ['workspaceId'] },
  mails: { key: 'id', indexes: ['toKey'] },
  audit: { key: 'id', indexes: ['workspaceId'] },
  demoPasswords: { key: 'userId', indexes: [] },
  keys: { key: 'id', indexes: [] },
  meta: { key: 'id', indexes: [] },
} as const;

const fieldsOfTwo = new Set(['homeId', 'purgeAt', 'clients', 'order', 'replayedAt']);

/** Returns a row without the fields that version 2 added. */
function asOfOne(row: object): Record<string, unknown> {
  const kept = Object.entries(row).filter(([name]) => !fieldsOfTwo.has(name));
  return Object.fromEntries(
    kept.map(([name, value]) =>
      name === 'backup' && value !== null
        ? [name, { phc: value.phc, hashes: value.hashes }]
        : [name, value],
    ),
  );
}

/** Writes a world's data to a database of version 1. */
async function writeVersionOne(name: string, world: World): Promise<void> {
  const rows = await world.store.read(async (tx) => {
    const found: Record<string, unknown[]> = {};
    for (const table of Object.keys(tablesOfOne) as (keyof typeof tablesOfOne)[])
      found[table] = await tx[table].all();
    return found;
  });
  const db: IDBPDatabase = await openDB(name, 1, {
    upgrade(old) {
      for (const [table, { key, indexes }] of Object.entries(tablesOfOne)) {
        const made = old.createObjectStore(table, { keyPath: key });
        for (const index of indexes) made.createIndex(index, index);
      }
    },
  });
  for (const [table, all] of Object.entries(rows))
    for (const row of all) await db.put(table, table === 'keys' ? row : asOfOne(row as object));
  db.close();
}

test('an upgrade from version 1 keeps accounts, second factors, workspaces, groups and mails', async () => {
  const before = await makeWorld(indexedDbStore('companion-before'));
  const { browser: ada, secretKey: adas } = await before.adminWithTwoFactor();
  await yes(before.enforce(ada));
  const ben = await before.challenged('member');
  const bens = await before.mailedKey(before.person('member').email);
  await yes(ben.browser.code(ben.challenge, before.code(bens)));
  const mails = await before.mails(before.person('both').email);
  const left = (await yes(ben.browser.security())).twoFactor.backupCodesLeft;
  await writeVersionOne('companion-upgraded', before);

  const store = indexedDbStore('companion-upgraded');
  const after = await makeWorld(store);
  after.setNow(before.now() + minute);
  expect(after.demo.people.map(({ password }) => password)).toEqual(
    before.demo.people.map(({ password }) => password),
  );
  // All sessions have ended. The users sign in again with the same passwords and authenticators.
  const page = after.browser();
  page.useToken(ada.token());
  expect(await no(page.me())).toBe('401 signed_out');
  const admin = await after.challenged('admin');
  await yes(admin.browser.code(admin.challenge, after.code(adas)));
  const member = await after.challenged('member');
  await yes(member.browser.code(member.challenge, after.code(bens)));
  expect((await yes(member.browser.security())).twoFactor).toMatchObject({
    state: 'on',
    mailed: true,
    backupCodesLeft: left,
  });
  expect(await after.mails(after.person('both').email)).toEqual(mails);
  const param = { workspace: await after.workspaceId(admin.browser) };
  const workspace = admin.browser.api.workspaces[':workspace'];
  expect(await yes(workspace.enforcement.$get({ param }))).toMatchObject({
    enforced: true,
    members: 4,
    withoutTwoFactor: 2,
    toMail: 2,
  });
  const { members } = await yes(workspace.members.$get({ param, query: {} }));
  expect(members.map(({ name }) => name)).toEqual([
    'Ada Okafor',
    'Ben Lindqvist',
    'Gina Rossi',
    'Theo Martens',
  ]);
  expect((await yes(workspace.groups.$get({ param }))).groups).toMatchObject([
    { name: 'Administrators', manageAccount: true },
  ]);
  // The account's home is the workspace in which it was created, so that workspace's admin can still help.
  expect(await yes(member.browser.me())).toMatchObject({ adminCanHelp: true });
  const reset = workspace.members[':user']['two-factor-secret'];
  await yes(reset.$post({ param: { ...param, user: await after.userId('member') } }));
});

test("an upgrade sets the schema's current version and keeps the deadline of unfinished sign-ups", async () => {
  const before = await makeWorld(indexedDbStore('companion-before-two'));
  await before.store.write(async (tx) => {
    const [user] = await tx.users.all();
    if (user) await tx.users.put({ ...user, completedAt: null });
  });
  await writeVersionOne('companion-upgraded-two', before);
  const store = indexedDbStore('companion-upgraded-two');
  const users = await store.read((tx) => tx.users.all());
  expect(users.map(({ purgeAt }) => purgeAt)).toEqual(
    users.map(({ completedAt, createdAt }) =>
      completedAt === null ? createdAt + policy.halfMade.lifetime : null,
    ),
  );
  const db = await openDB('companion-upgraded-two');
  expect(db.version).toBe(schemaVersion);
  db.close();
});
