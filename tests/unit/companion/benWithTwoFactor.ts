import { makeWorld, no, wrongCode, type World, type stores } from './support';

/** Returns Ben with 2FA on, signed in, with the secret key of his authenticator and helpers that enter codes. */
export async function benWithTwoFactor(makeStore: (typeof stores)[number][1]) {
  const world = await makeWorld(makeStore());
  const ben = await world.signedIn('member');
  const { secretKey, backupCodes } = await world.enrol(ben);
  const wrong = () => wrongCode(secretKey, world.now());
  /** Enters `times` wrong codes, each at a separate sign-in. */
  const fail = async (times: number) => {
    for (let i = 0; i < times; i++) {
      const { browser, challenge } = await world.challenged('member');
      await no(browser.code(challenge, wrong()));
    }
  };
  /** Signs in with the current code. */
  const pass = async () => {
    const { browser, challenge } = await world.challenged('member');
    return browser.code(challenge, world.code(secretKey));
  };
  return { world, ben, secretKey, backupCodes, wrong, fail, pass };
}

/** Returns the stored lock that counts wrong codes. */
export const lockOf = (world: World) =>
  world.store.read(async (tx) => (await tx.locks.all()).find(({ id }) => id.startsWith('code ')));
