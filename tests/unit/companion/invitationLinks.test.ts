import { describe, expect, test } from 'vitest';
import { day, makeWorld, no, stores, yes, type Browser } from './support';
import { invite, decline } from './invitations';

const accept = (owner: Browser, id: string) =>
  owner.api.me.invitations[':id'].accept.$post({ param: { id } });

describe.each(stores)('invitation links (%s store)', (_, makeStore) => {
  const newWorld = () => makeWorld(makeStore());

  test('87: an invitation works once, for its own address, until it expires or is canceled', async () => {
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

  test('only the newest invitation link works, and only once', async () => {
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

  test("an account with an unverified address can't accept an invitation", async () => {
    const world = await newWorld();
    const ada = await world.signedIn('admin');
    const noor = world.browser('Firefox/153 Linux');
    await yes(world.viaGoogle(noor, 'google-1003'));
    await yes(invite(world, ada, 'noor@larkfield.example'));
    const [pending] = (await yes(noor.me())).invitations;
    expect(await no(accept(noor, pending?.id ?? ''))).toBe('409 verify_email_first');
  });

  test('85: an invitation link creates no second account at an address that has an account', async () => {
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
});
