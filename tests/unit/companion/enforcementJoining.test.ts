import { describe, expect, test } from 'vitest';
import { enforcedHarbour } from './enforcedHarbour';
import { day, no, stores, wrongCode, yes, type Browser, type World } from './support';

/** Invites a new person, who follows the link and signs up. */
async function invited(world: World, ada: Browser) {
  const param = { workspace: await world.workspaceId(ada) };
  const email = 'zoe@larkfield.example';
  await yes(ada.api.workspaces[':workspace'].members.$post({ param, json: { email } }));
  const token = await world.mailedToken(email);
  const password = 'entirely different words';
  const visitor = world.browser();
  expect(await yes(visitor.api.invitation.look.$post({ json: { token } }))).toEqual({
    email,
    workspace: 'Harbour',
    invitedBy: 'Ada Okafor',
    enforced: true,
    hasAccount: false,
  });
  await yes(
    visitor.api.invitation.accept.$post({
      json: { token, name: 'Zoe', password, confirm: password },
    }),
  );
  return { email, password, visitor };
}

describe.each(stores)('joining a workspace that enforces 2FA (%s store)', (_, makeStore) => {
  test('75: a new member must set up 2FA before the first session, and can resume the setup later', async () => {
    const { world, ada } = await enforcedHarbour(makeStore());
    const { visitor, ...credentials } = await invited(world, ada);
    const begin = async () => {
      const answer = await yes(visitor.signIn(credentials));
      if (answer.state !== 'set-up') throw new Error(`unexpected ${answer.state}`);
      const { challenge } = answer;
      const setUp = await yes(visitor.api.challenge['set-up'].$post({ json: { challenge } }));
      return { challenge, ...setUp };
    };
    const left = await begin();
    expect(visitor.token()).toBeNull();
    const finish = (from: typeof left, code: string) =>
      visitor.api.challenge['set-up'].verify.$post({
        json: { challenge: from.challenge, enrolment: from.enrolment, code },
      });
    const back = await begin();
    expect(await no(finish(left, world.code(left.secretKey)))).toBe('409 nothing_pending');
    expect(await no(finish(back, wrongCode(back.secretKey, world.now())))).toBe('400 wrong_code');
    await yes(finish(back, world.code(back.secretKey)));
    expect((await yes(visitor.me())).workspaces.map(({ name }) => name)).toEqual(['Harbour']);
    expect((await yes(visitor.security())).twoFactor).toMatchObject({
      state: 'on',
      backupCodesLeft: 10,
    });
  });

  test("a password made of the inviting workspace's name is refused", async () => {
    const { world, ada } = await enforcedHarbour(makeStore());
    const param = { workspace: await world.workspaceId(ada) };
    const email = 'zoe@larkfield.example';
    await yes(ada.api.workspaces[':workspace'].members.$post({ param, json: { email } }));
    const password = 'Harbour Harbour 1';
    const json = {
      token: await world.mailedToken(email),
      name: 'Zoe',
      password,
      confirm: password,
    };
    expect(await no(world.browser().api.invitation.accept.$post({ json }))).toBe(
      '400 password_guessable',
    );
  });

  test('75: an unfinished sign-up is deleted after a day', async () => {
    const { world, ada, secretKey } = await enforcedHarbour(makeStore());
    const { visitor, ...credentials } = await invited(world, ada);
    await yes(visitor.signIn(credentials));
    world.wait(day + 1000);
    expect(await no(visitor.signIn(credentials))).toBe('401 sign_in_failed');
    const again = await world.challenged('admin');
    await yes(again.browser.code(again.challenge, world.code(secretKey)));
    await invited(world, again.browser);
  });
});
