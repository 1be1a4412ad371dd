import { describe, expect, test } from 'vitest';
import { makeService, no, stores, yes } from './support';

describe.each(stores)('a first journey (%s store)', (_, makeStore) => {
  test('someone turns 2FA on, signs out, and needs a code to sign in again', async () => {
    const service = makeService(makeStore());
    const { api } = service.browser();
    const demo = await yes(api.demo.$get());
    const ben = demo.people.find(({ role }) => role === 'member');
    const credentials = { email: ben?.email ?? '', password: ben?.password ?? '' };
    expect(await yes(api['sign-in'].$post({ json: credentials }))).toMatchObject({
      state: 'signed-in',
    });
    const setUp = await yes(api['two-factor'].start.$post({ json: { replace: false } }));
    expect(setUp.backupCodes).toHaveLength(10);
    expect(
      await no(
        api['two-factor'].verify.$post({ json: { enrolment: setUp.enrolment, code: '000000' } }),
      ),
    ).toBe('400 wrong_code');
    await yes(
      api['two-factor'].verify.$post({
        json: { enrolment: setUp.enrolment, code: service.code(setUp.secretKey) },
      }),
    );
    expect((await yes(api.security.$get())).twoFactor.state).toBe('on');
    await yes(api['sign-out'].$post());
    const answer = await yes(api['sign-in'].$post({ json: credentials }));
    if (answer.state === 'signed-in') throw new Error('no code was asked for');
    expect(answer.account).toBe('b…@l….example');
    service.wait(30_000);
    await yes(
      api.challenge.code.$post({
        json: { challenge: answer.challenge, code: service.code(setUp.secretKey) },
      }),
    );
    expect((await yes(api.me.$get())).email).toBe(ben?.email);
  });
});
