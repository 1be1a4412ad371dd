import { makeWorld, type stores, yes } from './support';

/** Ben, signed in before his workspace began to require 2FA, and the key that it mailed him. */
export async function invitedBen(makeStore: (typeof stores)[number][1]) {
  const world = await makeWorld(makeStore());
  const ben = await world.signedIn('member');
  const { browser: ada } = await world.adminWithTwoFactor();
  await yes(world.enforce(ada));
  return { world, ben, ada, key: await world.mailedKey('ben@larkfield.example') };
}
