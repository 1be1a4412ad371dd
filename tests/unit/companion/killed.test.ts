import { describe, expect, test } from 'vitest';
import { schema, type TableName } from '../../../lib/companion';
import { faultyStore } from './faultyStore';
import { makeWorld, stores, yes, type World } from './support';

const tables = Object.keys(schema) as TableName[];
const password = 'entirely different words';

type Answer = Promise<{ ok: boolean; status: number; json(): Promise<unknown> }>;

/** Prepares a world and returns the command to run in it. */
type Command = (world: World) => Promise<() => Answer>;

const commands: Record<string, Command> = {
  'a wrong password': async (world) => () =>
    world.browser().signIn({ ...world.credentials('member'), password: 'wrong' }),
  'a sign-in': async (world) => () => world.browser().signIn(world.credentials('member')),
  'a sign-up': async (world) => () =>
    world.browser().api['sign-up'].$post({
      json: { name: 'Z', email: 'zoe@elsewhere.example', password, confirm: password },
    }),
  'a code at sign-in': async (world) => {
    const { secretKey } = await world.enrol(await world.signedIn('member'));
    const { browser, challenge } = await world.challenged('member');
    return () => browser.code(challenge, world.code(secretKey));
  },
  'a backup code at sign-in': async (world) => {
    const { backupCodes } = await world.enrol(await world.signedIn('member'));
    const { browser, challenge } = await world.challenged('member');
    return () => browser.backupCode(challenge, backupCodes[0] ?? '');
  },
  'turning 2FA on': async (world) => {
    const ben = await world.signedIn('member');
    const { enrolment, secretKey } = await yes(ben.start());
    return () => ben.verify(enrolment, world.code(secretKey));
  },
  'turning 2FA off': async (world) => {
    const ben = await world.signedIn('member');
    await world.enrol(ben);
    await yes(ben.me());
    return () => ben.disable();
  },
  'new backup codes': async (world) => {
    const ben = await world.signedIn('member');
    await world.enrol(ben);
    await yes(ben.me());
    return () => ben.regenerate();
  },
  'a password reset': async (world) => {
    const { email } = world.person('member');
    await yes(world.browser().api['password-reset'].$post({ json: { email } }));
    const token = await world.mailedToken(email);
    const json = { token, password, confirm: password };
    return () => world.browser().api['password-reset'].finish.$post({ json });
  },
  'a new password': async (world) => {
    const ben = await world.signedIn('member');
    return () => ben.changePassword(world.person('member').password, password);
  },
  enforcement: async (world) => {
    const { browser: ada } = await world.adminWithTwoFactor();
    await yes(ada.me());
    return () => world.enforce(ada);
  },
  'an admin reset': async (world) => {
    await world.enrol(await world.signedIn('member'));
    const { browser: ada } = await world.adminWithTwoFactor();
    const param = { workspace: await world.workspaceId(ada), user: await world.userId('member') };
    const member = ada.api.workspaces[':workspace'].members[':user'];
    return () => member['two-factor-secret'].$post({ param });
  },
  'an accepted invitation': async (world) => {
    const olga = await world.signedIn('outsider');
    const workspace = await world.workspaceId(olga, 'Meadow');
    const { email } = world.person('member');
    const { members } = olga.api.workspaces[':workspace'];
    await yes(members.$post({ param: { workspace }, json: { email } }));
    const ben = await world.signedIn('member');
    const [invitation] = (await yes(ben.me())).invitations;
    const { accept } = ben.api.me.invitations[':id'];
    return () => accept.$post({ param: { id: invitation?.id ?? '' } });
  },
  'deleting the account': async (world) => {
    const ben = await world.signedIn('member');
    await world.enrol(ben);
    return () => ben.api.me.$delete();
  },
};

describe.each(stores)('an error during a command (%s store)', (_, makeStore) => {
  test.each(Object.entries(commands))(
    '82: an error at any write during "%s" leaves the stored data unchanged',
    async (_name, prepare) => {
      const store = faultyStore(makeStore());
      const world = await makeWorld(store);
      const call = await prepare(world);
      const dump = () =>
        store.read(async ({ keys: _keys, ...rest }) =>
          JSON.stringify(await Promise.all(Object.values(rest).map((table) => table.all()))),
        );
      const before = await dump();
      let points = 0;
      for (const table of tables)
        for (const method of ['put', 'delete'] as const)
          for (let after = 0; after < 40; after++) {
            const happened = store.failOnce(table, method, after);
            if (!(await probe(call, happened))) break;
            points += 1;
            expect((await dump()) === before, `${method} ${after} of ${table}`).toBe(true);
          }
      expect(points).toBeGreaterThan(2);

      /**
       * Runs the call with the planted error. If the call doesn't reach the error, undoes the call and returns
       * false.
       */
      async function probe(run: () => Answer, happened: () => boolean): Promise<boolean> {
        const kept = await snapshot(store);
        const response = await run();
        if (happened()) {
          expect(response.status).toBe(500);
          return true;
        }
        await restore(store, kept);
        return false;
      }
    },
  );
});

type Faulty = ReturnType<typeof faultyStore>;
type Rows = Partial<Record<TableName, readonly unknown[]>>;

const kept = tables.filter((name) => name !== 'keys');

const snapshot = (store: Faulty): Promise<Rows> =>
  store.read(async (tx) => {
    const rows: Rows = {};
    for (const name of kept) rows[name] = await tx[name].all();
    return rows;
  });

const restore = (store: Faulty, rows: Rows): Promise<void> => {
  store.failOnce('keys', 'clear');
  return store.write(async (tx) => {
    for (const name of kept) {
      await tx[name].clear();
      for (const row of rows[name] ?? []) await tx[name].put(row as never);
    }
  });
};
