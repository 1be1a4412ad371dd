import { makeWorld, type stores, yes } from './support';

/** Returns Ben, who signed in before his workspace enforced 2FA, and the secret key that was mailed to him. */
export async function invitedBen(makeStore: (typeof stores)[number][1]) {
  const world = await makeWorld(makeStore());
  const ben = await world.signedIn('member');
  const { browser: ada } = await world.adminWithTwoFactor();
  await yes(world.enforce(ada));
  return { world, ben, ada, key: await world.mailedKey('ben@larkfield.example') };
}
