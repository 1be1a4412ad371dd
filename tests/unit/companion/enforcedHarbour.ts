import { expect } from 'vitest';
import type { Store } from '../../../lib/companion';
import { makeWorld, yes } from './support';

/**
 * Returns the demo workspace after its admin has enforced 2FA. The three other members have been mailed a secret.
 */
export async function enforcedHarbour(store: Store) {
  const world = await makeWorld(store);
  const { browser: ada, secretKey } = await world.adminWithTwoFactor();
  expect(await yes(world.enforce(ada))).toMatchObject({ enforced: true, mailed: 3 });
  return { world, ada, secretKey };
}
