import { expect, test } from 'vitest';
import { asNewer } from '../../support/rewrite';
import { copyOf, putBack } from '../../support/vaultDamage';
import { again, madeVault, passphrase } from './slotVault';

test.each(['primary', 'mirror'] as const)(
  'a wrong passphrase is reported as wrong even if the %s store looks newer than this version',
  async (store) => {
    const { world } = await madeVault();
    const now = await copyOf(world, store);
    await putBack(world, store, { ...now, head: asNewer(now.head ?? '') });
    const vault = again(world);
    await expect(vault.unlock('wrong horse')).rejects.toThrow('vault/wrong-passphrase');
    await vault.unlock(passphrase);
  },
);
