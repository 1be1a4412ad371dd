import { describe, expect, test } from 'vitest';
import { issuersOf } from '../../support/vaultDamage';
import { madeVault, passphrase } from './vaultWithAccounts';

describe('the trash', () => {
  test('keeps removed entries for 30 days, then purges them', async () => {
    let now = 1_800_000_000_000;
    const { vault, ids } = await madeVault(() => now);
    await vault.remove(ids.slice(0, 1));
    now += 29 * 24 * 3_600_000;
    await vault.unlock(passphrase);
    await vault.remove(ids.slice(1, 2));
    expect(await vault.trash.purgeExpired()).toBe(0);
    now += 24 * 3_600_000;
    await vault.unlock(passphrase);
    expect(await vault.trash.purgeExpired()).toBe(1);
    expect((await vault.trash.list()).map(({ issuer }) => issuer)).toEqual(['B']);
    await vault.restore(ids.slice(1, 2));
    expect(await issuersOf(vault)).toEqual(['B', 'C']);
    await expect(vault.trash.purge(ids.slice(2))).rejects.toThrow('vault/no-entry');
    expect(await issuersOf(vault)).toEqual(['B', 'C']);
  });
});
