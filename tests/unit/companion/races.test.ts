import { describe, expect, test } from 'vitest';
import { racingStore } from './racingStore';
import { makeWorld, no, stores, yes } from './support';

const newPassword = 'entirely different words';

describe.each(stores)(
  'changes between the check and the commit of a command (%s store)',
  (_, makeStore) => {
    async function newWorld() {
      const store = racingStore(makeStore());
      const world = await makeWorld(store);
      const change = async (role: 'member' | 'admin') => {
        const id = await world.userId(role);
        store.beforeNextWrite(() =>
          store.write(async (tx) => {
            const user = await tx.users.get(id);
            if (user) await tx.users.put({ ...user, passwordHash: `${user.passwordHash}A` });
          }),
        );
      };
      return { store, world, change };
    }

    test('35: sign-in fails if the password changes while it is checked', async () => {
      const { world, change } = await newWorld();
      const browser = world.browser();
      await change('member');
      expect(await no(browser.signIn(world.credentials('member')))).toBe('401 sign_in_failed');
    });

    test('35: re-authentication fails if the password changes while it is checked', async () => {
      const { world, change } = await newWorld();
      const ben = await world.signedIn('member');
      await change('member');
      expect(await no(ben.sudoPassword(world.person('member').password))).toBe(
        '400 wrong_password',
      );
    });

    test("54: the old password can't authorize a change if the password has just been changed", async () => {
      const { world, change } = await newWorld();
      const ben = await world.signedIn('member');
      const { version } = await yes(ben.security());
      await change('member');
      const { password: current } = world.person('member');
      const json = { current, password: newPassword, confirm: newPassword, signOutOthers: true };
      expect(await no(ben.api.security.password.$post({ json: { ...json, version } }))).toBe(
        '400 wrong_password',
      );
    });

    test('56: a reset link expires if the password is changed while the link is used', async () => {
      const { world, change } = await newWorld();
      const { email } = world.person('member');
      const browser = world.browser();
      await yes(browser.api['password-reset'].$post({ json: { email } }));
      const json = {
        token: await world.mailedToken(email),
        password: newPassword,
        confirm: newPassword,
      };
      await change('member');
      expect(await no(browser.api['password-reset'].finish.$post({ json }))).toBe(
        '410 reset_expired',
      );
    });

    test('78: a code is rejected without counting as an attempt if its secret is replaced while it is checked', async () => {
      const { store, world } = await newWorld();
      const ben = await world.signedIn('member');
      const { secretKey } = await world.enrol(ben);
      const id = await world.userId('member');
      const other = await world.enrol(await world.signedIn('google'));
      expect(other.secretKey).not.toBe(secretKey);
      const { browser, challenge } = await world.challenged('member');
      const googleId = await world.userId('google');
      store.beforeNextWrite(() =>
        store.write(async (tx) => {
          const factor = await tx.factors.get(id);
          const replaced = await tx.factors.get(googleId);
          if (factor && replaced) await tx.factors.put({ ...factor, secret: replaced.secret });
        }),
      );
      expect(await no(browser.code(challenge, world.code(secretKey)))).toBe(
        '410 challenge_expired',
      );
      expect((await store.read((tx) => tx.challenges.all())).map(({ tries }) => tries)).toEqual([
        0,
      ]);
    });

    test('98: verifying a setup fails if the setup is restarted at the same time', async () => {
      const { store, world } = await newWorld();
      const ben = await world.signedIn('member');
      const setUp = await yes(ben.start());
      const tab = world.browser();
      tab.useToken(ben.token());
      store.beforeNextWrite(() => tab.start());
      expect(await no(ben.verify(setUp.enrolment, world.code(setUp.secretKey)))).toBe(
        '409 restarted',
      );
    });

    test('68: enforcing 2FA mails nobody and asks again if a member turns 2FA off at the same time', async () => {
      const { store, world } = await newWorld();
      const gina = await world.signedIn('google');
      await world.enrol(gina);
      const { browser: ada } = await world.adminWithTwoFactor();
      const invites = () =>
        store.read(async (tx) =>
          (await tx.mails.all()).filter(({ kind }) => kind === 'enforcement-invite'),
        );
      const { version } = await yes(gina.security());
      const workspace = await world.workspaceId(ada);
      const { enforcement } = ada.api.workspaces[':workspace'];
      const shown = await yes(enforcement.$get({ param: { workspace } }));
      store.beforeNextWrite(() => yes(gina.api['two-factor'].disable.$post({ json: { version } })));
      const json = { on: true, version: shown.version };
      expect(await no(enforcement.$put({ param: { workspace }, json }))).toBe('409 stale');
      expect(await invites()).toEqual([]);
      expect((await yes(ada.security())).enforcedBy).toEqual([]);
      expect(await yes(world.enforce(ada))).toMatchObject({ mailed: 3 });
      expect(await invites()).toHaveLength(3);
    });
  },
);
