import { makeWorld, no, wrongCode, type World, type stores } from './support';

/** Ben with 2FA on, signed in here, and the secret key of his authenticator. */
export async function benWithTwoFactor(makeStore: (typeof stores)[number][1]) {
  const it = await makeWorld(makeStore());
  const ben = await it.signedIn('member');
  const { secretKey, backupCodes } = await it.enrol(ben);
  const wrong = () => wrongCode(secretKey, it.now());
  /** So many wrong codes, each at a sign-in of its own. */
  const fail = async (times: number) => {
    for (let i = 0; i < times; i++) {
      const { browser, challenge } = await it.challenged('member');
      await no(browser.code(challenge, wrong()));
    }
  };
  /** A sign-in with the present code. */
  const pass = async () => {
    const { browser, challenge } = await it.challenged('member');
    return browser.code(challenge, it.code(secretKey));
  };
  return { it, ben, secretKey, backupCodes, wrong, fail, pass };
}

/** What wrong codes have come to. */
export const lockOf = (it: World) =>
  it.store.read(async (tx) => (await tx.locks.all()).find(({ id }) => id.startsWith('code ')));
