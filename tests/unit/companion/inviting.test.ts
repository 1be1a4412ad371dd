import { describe, expect, test } from 'vitest';
import { day, makeWorld, minute, no, stores, yes, type Browser, type World } from './support';

const invite = async (world: World, admin: Browser, email: string, name = 'Harbour') =>
  admin.api.workspaces[':workspace'].members.$post({
    param: { workspace: await world.workspaceId(admin, name) },
    json: { email },
  });

const routes = (browser: Browser) => browser.api.workspaces[':workspace'];

const accept = (owner: Browser, id: string) =>
  owner.api.me.invitations[':id'].accept.$post({ param: { id } });

const decline = (owner: Browser, id: string) =>
  owner.api.me.invitations[':id'].decline.$post({ param: { id } });

/** A person with an account and a workspace of their own. */
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
    expect(JSON.stringify(entries)).not.toContain('Ben');
    await yes(world.enforce(stranger, true, 'M & co.'));
    expect(await yes(ben.security())).toEqual(before);
    const { browser, challenge } = await world.challenged('member');
    await yes(browser.code(challenge, world.code(secretKey)));
  });

  test('86: unknown, existing, Google and disabled addresses get the same response', async () => {
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

  test('87: an invitation works once, for its address, in time and unless canceled', async () => {
    const world = await newWorld();
    const olga = await world.signedIn('outsider');
    const ben = await world.signedIn('member');
    const gina = await world.signedIn('google');
    const pending = async () => (await yes(ben.me())).invitations;
    const { email } = world.person('member');
    await yes(invite(world, olga, email, 'Meadow'));
    const [first] = await pending();
    expect(first).toMatchObject({ workspace: 'Meadow', invitedBy: 'Olga Novak', enforced: false });
    const id = first?.id ?? '';
    expect(await no(accept(gina, id))).toBe('410 link_expired');
    expect(await no(decline(gina, id))).toBe('410 link_expired');
    await yes(accept(ben, id));
    expect(await no(accept(ben, id))).toBe('410 link_expired');
    expect((await yes(ben.me())).workspaces.map(({ name }) => name).toSorted()).toEqual([
      'Harbour',
      'Meadow',
    ]);
    expect((await world.mailKinds('member'))[0]).toBe('workspace-joined');
    const param = { workspace: await world.workspaceId(olga, 'Meadow') };
    await yes(
      ben.api.workspaces[':workspace'].membership.$delete({
        param: { workspace: param.workspace },
      }),
    );
    await yes(invite(world, olga, email, 'Meadow'));
    const [second] = await pending();
    await yes(
      olga.api.workspaces[':workspace'].invitations[':id'].$delete({
        param: { ...param, id: second?.id ?? '' },
      }),
    );
    expect(await no(accept(ben, second?.id ?? ''))).toBe('410 link_expired');
    await yes(invite(world, olga, email, 'Meadow'));
    const [third] = await pending();
    world.wait(7 * day);
    const later = await world.signedIn('member');
    expect((await yes(later.me())).invitations).toEqual([]);
    expect(await no(accept(later, third?.id ?? ''))).toBe('410 link_expired');
  });

  test('88: declining an invitation makes nobody a member', async () => {
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

  test('89: inviting needs a fresh proof, and mails an address at most three times a day', async () => {
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

  test('limits invitations of a workspace to fifty a day', async () => {
    const world = await newWorld();
    const ada = await world.signedIn('admin');
    for (let i = 0; i < 50; i++) await yes(invite(world, ada, `person${i}@larkfield.example`));
    expect(await no(invite(world, ada, 'late@larkfield.example'))).toBe('429 too_many');
    const olga = await world.signedIn('outsider');
    await yes(invite(world, olga, 'person1@larkfield.example', 'Meadow'));
  });

  test('only "Manage Account" allows inviting, resending and canceling', async () => {
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

  test("only the newest invitation's link works, and it works once", async () => {
    const world = await newWorld();
    const ada = await world.signedIn('admin');
    const email = 'zoe@larkfield.example';
    await yes(invite(world, ada, email));
    const older = await world.mailedToken(email);
    const workspace = await world.workspaceId(ada);
    const ours = ada.api.workspaces[':workspace'];
    const { invited } = await yes(ours.invitations.$get({ param: { workspace }, query: {} }));
    expect(invited).toHaveLength(1);
    await yes(
      ours.invitations[':id'].resend.$post({ param: { workspace, id: invited[0]?.id ?? '' } }),
    );
    const newer = await world.mailedToken(email);
    const visitor = world.browser();
    const look = (token: string) => visitor.api.invitation.look.$post({ json: { token } });
    expect(await no(look(older))).toBe('410 link_expired');
    await yes(look(newer));
    const password = 'entirely different words';
    const json = { token: newer, name: 'Zoe', password, confirm: password };
    await yes(visitor.api.invitation.accept.$post({ json }));
    expect(await no(visitor.api.invitation.accept.$post({ json }))).toBe('410 link_expired');
  });

  test("an account with an unverified address can't accept", async () => {
    const world = await newWorld();
    const ada = await world.signedIn('admin');
    const noor = world.browser('Firefox/153 Linux');
    await yes(world.viaGoogle(noor, 'google-1003'));
    await yes(invite(world, ada, 'noor@larkfield.example'));
    const [pending] = (await yes(noor.me())).invitations;
    expect(await no(accept(noor, pending?.id ?? ''))).toBe('409 verify_email_first');
  });

  test("85: an invitation's link creates no second account at an address that has one", async () => {
    const world = await newWorld();
    const ada = await world.signedIn('admin');
    const { email } = world.person('outsider');
    await yes(invite(world, ada, email));
    const json = {
      token: await world.mailedToken(email),
      name: 'Olga',
      password: 'entirely different words',
      confirm: 'entirely different words',
    };
    expect(await no(world.browser().api.invitation.accept.$post({ json }))).toBe(
      '410 link_expired',
    );
    expect(await world.store.read((tx) => tx.users.where('emailKey', email))).toHaveLength(1);
    await world.signedIn('outsider');
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
