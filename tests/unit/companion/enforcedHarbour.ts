import { expect } from 'vitest';
import type { Store } from '../../../lib/companion';
import { makeWorld, yes } from './support';

/** The demo workspace with 2FA just enforced by its admin; its three other members are mailed a secret. */
export async function enforcedHarbour(store: Store) {
  const world = await makeWorld(store);
  const { browser: ada, secretKey } = await world.adminWithTwoFactor();
  expect(await yes(world.enforce(ada))).toMatchObject({ enforced: true, mailed: 3 });
  return { world, ada, secretKey };
}
