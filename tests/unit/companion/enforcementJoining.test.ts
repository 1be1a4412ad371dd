import { describe, expect, test } from 'vitest';
import { enforcedHarbour } from './enforcedHarbour';
import { day, no, stores, wrongCode, yes, type Browser, type World } from './support';

/** Someone new is invited, follows the link and signs up. */
async function invited(it: World, ada: Browser) {
  const param = { workspace: await it.workspaceId(ada) };
  const email = 'zoe@larkfield.example';
  await yes(ada.api.workspaces[':workspace'].members.$post({ param, json: { email } }));
  const token = await it.mailedToken(email);
  const password = 'entirely different words';
  const visitor = it.browser();
  expect(await yes(visitor.api.invitation.look.$post({ json: { token } }))).toEqual({
    email,
    workspace: 'Harbour',
    enforced: true,
  });
  await yes(
    visitor.api.invitation.accept.$post({
      json: { token, name: 'Zoe', password, confirm: password },
    }),
  );
  return { email, password, visitor };
}

describe.each(stores)('who joins a workspace that enforces (%s store)', (_, makeStore) => {
  test('75: a new member sets 2FA up before the first session; who leaves may come back', async () => {
    const { it, ada } = await enforcedHarbour(makeStore());
    const { visitor, ...credentials } = await invited(it, ada);
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
    expect(await no(finish(left, it.code(left.secretKey)))).toBe('409 nothing_pending');
    expect(await no(finish(back, wrongCode(back.secretKey, it.now())))).toBe('400 wrong_code');
    await yes(finish(back, it.code(back.secretKey)));
    expect((await yes(visitor.me())).workspaces.map(({ name }) => name)).toEqual(['Harbour']);
    expect((await yes(visitor.security())).twoFactor).toMatchObject({
      state: 'on',
      backupCodesLeft: 10,
    });
  });

  test('the name of the workspace that invites makes no password', async () => {
    const { it, ada } = await enforcedHarbour(makeStore());
    const param = { workspace: await it.workspaceId(ada) };
    const email = 'zoe@larkfield.example';
    await yes(ada.api.workspaces[':workspace'].members.$post({ param, json: { email } }));
    const password = 'Harbour Harbour 1';
    const json = { token: await it.mailedToken(email), name: 'Zoe', password, confirm: password };
    expect(await no(it.browser().api.invitation.accept.$post({ json }))).toBe(
      '400 password_guessable',
    );
  });

  test('75: a sign-up that nobody finishes is gone after a day, and may begin anew', async () => {
    const { it, ada, secretKey } = await enforcedHarbour(makeStore());
    const { visitor, ...credentials } = await invited(it, ada);
    await yes(visitor.signIn(credentials));
    it.wait(day + 1000);
    expect(await no(visitor.signIn(credentials))).toBe('401 sign_in_failed');
    const again = await it.challenged('admin');
    await yes(again.browser.code(again.challenge, it.code(secretKey)));
    await invited(it, again.browser);
  });

  test('an existing account that joins is mailed as those were who were there', async () => {
    const { it, ada } = await enforcedHarbour(makeStore());
    const param = { workspace: await it.workspaceId(ada) };
    const { email } = it.person('outsider');
    expect(
      await yes(ada.api.workspaces[':workspace'].members.$post({ param, json: { email } })),
    ).toEqual({ state: 'added' });
    expect(await it.mailKinds('outsider')).toEqual(['enforcement-invite', 'added-to-workspace']);
    const { browser, challenge } = await it.challenged('outsider');
    await yes(browser.code(challenge, it.code(await it.mailedKey(email))));
  });
});
