import { expect } from 'vitest';
import type { Store } from '../../../lib/companion';
import { makeWorld, yes } from './support';

/** The demo workspace with 2FA just enforced by its admin; its three other members are mailed a secret. */
export async function enforcedHarbour(store: Store) {
  const it = await makeWorld(store);
  const { browser: ada, secretKey } = await it.adminWithTwoFactor();
  expect(await yes(it.enforce(ada))).toEqual({ enforced: true, mailed: 3 });
  return { it, ada, secretKey };
}
