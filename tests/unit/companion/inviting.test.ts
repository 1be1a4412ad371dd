import { describe, expect, test } from 'vitest';
import { day, makeWorld, minute, no, stores, yes, type Browser, type World } from './support';
import { invite, decline } from './invitations';

const routes = (browser: Browser) => browser.api.workspaces[':workspace'];

/** Signs up a person with their own account and workspace. */
async function mallory(world: World): Promise<Browser> {
  const email = 'mallory@evil.example';
  const password = 'entirely different words';
  const browser = world.browser('Chrome/150 Linux', 'mallory');
  await yes(
    browser.api['sign-up'].$post({ json: { name: 'M', email, password, confirm: password } }),
  );
  const token = await world.mailedToken(email);
  await yes(browser.api['sign-up'].verify.$post({ json: { token } }));
  await yes(browser.signIn({ email, password }));
  return browser;
}

describe.each(stores)('inviting (%s store)', (_, makeStore) => {
  const newWorld = () => makeWorld(makeStore());

  test('85: inviting an existing account changes nothing and reveals nothing about it', async () => {
    const world = await newWorld();
    const ben = await world.signedIn('member');
    const { secretKey } = await world.enrol(ben);
    const stranger = await mallory(world);
    const workspace = (await yes(stranger.me())).workspaceId ?? '';
    await world.enrol(stranger);
    const { email } = world.person('member');
    const before = await yes(ben.security());
    expect(await yes(invite(world, stranger, email, 'M & co.'))).toEqual({ state: 'invited' });
    const ours = stranger.api.workspaces[':workspace'];
    const user = await world.userId('member');
    const param = { workspace, user };
    expect(await no(ours.members[':user']['two-factor-secret'].$post({ param }))).toBe(
      '404 no_such_user',
    );
    expect(await no(ours.members[':user'].disabled.$put({ param, json: { disabled: true } }))).toBe(
      '404 no_such_user',
    );
    expect(await no(ours.members[':user'].sessions.$delete({ param }))).toBe('404 no_such_user');
    expect(await no(ours.members[':user'].$delete({ param }))).toBe('404 no_such_user');
    const { members, invited } = await yes(ours.members.$get({ param: { workspace }, query: {} }));
    expect(members.map(({ name }) => name)).toEqual(['M']);
    expect(invited).toMatchObject([{ email }]);
    const { entries } = await yes(ours.audit.$get({ param: { workspace }, query: {} }));
    expect(JSON.stringify(entries)).not.toMatch(/\bBen\b/);
    await yes(world.enforce(stranger, true, 'M & co.'));
    expect(await yes(ben.security())).toEqual(before);
    const { browser, challenge } = await world.challenged('member');
    await yes(browser.code(challenge, world.code(secretKey)));
  });

  test('86: inviting unknown, existing, Google and disabled addresses gets the same response', async () => {
    const world = await newWorld();
    const { browser: ada } = await world.adminWithTwoFactor();
    const param = { workspace: await world.workspaceId(ada), user: await world.userId('member') };
    const member = ada.api.workspaces[':workspace'].members[':user'];
    await yes(member.disabled.$put({ param, json: { disabled: true } }));
    const olga = await world.signedIn('outsider');
    const emails = ['member', 'google', 'admin'].map(
      (role) => world.person(role as 'member').email,
    );
    emails.push('nobody@larkfield.example');
    const answers = new Set<string>();
    for (const email of emails)
      answers.add(JSON.stringify(await yes(invite(world, olga, email, 'Meadow'))));
    expect([...answers]).toEqual([JSON.stringify({ state: 'invited' })]);
    const workspace = await world.workspaceId(olga, 'Meadow');
    const { invited } = await yes(
      olga.api.workspaces[':workspace'].members.$get({ param: { workspace }, query: {} }),
    );
    expect(invited.map(({ email }) => email).toSorted()).toEqual(emails.toSorted());
  });

  test("88: an invited person who declines doesn't become a member", async () => {
    const world = await newWorld();
    const olga = await world.signedIn('outsider');
    const ben = await world.signedIn('member');
    await yes(invite(world, olga, world.person('member').email, 'Meadow'));
    const [pending] = (await yes(ben.me())).invitations;
    await yes(decline(ben, pending?.id ?? ''));
    expect((await yes(ben.me())).invitations).toEqual([]);
    expect((await yes(ben.me())).workspaces.map(({ name }) => name)).toEqual(['Harbour']);
    const workspace = await world.workspaceId(olga, 'Meadow');
    const { members, invited } = await yes(
      olga.api.workspaces[':workspace'].members.$get({ param: { workspace }, query: {} }),
    );
    expect(members.map(({ name }) => name)).not.toContain('Ben Lindqvist');
    expect(invited).toEqual([]);
  });

  test('89: inviting needs fresh proof, and mails an address at most three times a day', async () => {
    const world = await newWorld();
    const ada = await world.signedIn('admin');
    const email = 'zoe@larkfield.example';
    for (let i = 0; i < 3; i++) await yes(invite(world, ada, email));
    expect(await no(invite(world, ada, email))).toBe('429 too_many');
    expect(await world.mails(email)).toHaveLength(3);
    world.wait(5 * minute + 1000);
    expect(await no(invite(world, ada, 'yan@larkfield.example'))).toBe('401 reauth_required');
    world.wait(day);
    await yes(invite(world, await world.signedIn('admin'), email));
  });

  test('a workspace can send at most fifty invitations a day', async () => {
    const world = await newWorld();
    const ada = await world.signedIn('admin');
    for (let i = 0; i < 50; i++) await yes(invite(world, ada, `person${i}@larkfield.example`));
    expect(await no(invite(world, ada, 'late@larkfield.example'))).toBe('429 too_many');
    const olga = await world.signedIn('outsider');
    await yes(invite(world, olga, 'person1@larkfield.example', 'Meadow'));
  });

  test('inviting, resending and canceling require "Manage Account"', async () => {
    const world = await newWorld();
    const ada = await world.signedIn('admin');
    await yes(invite(world, ada, 'zoe@larkfield.example'));
    const workspace = await world.workspaceId(ada);
    const { invited } = await yes(
      routes(ada).invitations.$get({ param: { workspace }, query: {} }),
    );
    const param = { workspace, id: invited[0]?.id ?? '' };
    const ben = await world.signedIn('member');
    for (const call of [
      () => invite(world, ben, 'yan@larkfield.example'),
      () => routes(ben).invitations.$get({ param: { workspace }, query: {} }),
      () => routes(ben).invitations[':id'].resend.$post({ param }),
      () => routes(ben).invitations[':id'].$delete({ param }),
    ])
      expect(await no(call() as never)).toBe('403 forbidden');
    const olga = await world.signedIn('outsider');
    const meadow = await world.workspaceId(olga, 'Meadow');
    expect(
      await no(routes(olga).invitations[':id'].$delete({ param: { ...param, workspace: meadow } })),
    ).toBe('404 not_found');
  });

  test('the Users page lists invitations on its first page only', async () => {
    const world = await newWorld();
    const ada = await world.signedIn('admin');
    await yes(invite(world, ada, 'zoe@elsewhere.example'));
    const { members } = ada.api.workspaces[':workspace'];
    const param = { workspace: await world.workspaceId(ada) };
    const listed = async (query: { after?: string }) =>
      (await yes(members.$get({ param, query }))).invited.map(({ email }) => email);
    expect(await listed({})).toEqual(['zoe@elsewhere.example']);
    expect(await listed({ after: world.person('admin').email })).toEqual([]);
  });
});
