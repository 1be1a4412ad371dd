import { describe, expect, test } from 'vitest';
import { copyOf, putBack } from '../../support/vaultDamage';
import { passphrase, madeVault, issuers, again } from './slotVault';

describe('the recovery key', () => {
  test('opens a vault whose passphrase is lost, and sets a new passphrase', async () => {
    const { world, vault } = await madeVault();
    const key = await vault.slots.createRecoveryKey(passphrase);
    expect(key).toMatch(/^([A-Z2-7]{4}-){7}[A-Z2-7]{4}$/);
    const next = again(world);
    await next.slots.recover(key.toLowerCase().replaceAll('-', ' '), 'battery staple');
    expect(await issuers(next)).toEqual(['GitHub', 'GitLab']);
    const last = again(world);
    await expect(last.unlock(passphrase)).rejects.toThrow('vault/wrong-passphrase');
    await last.unlock('battery staple');
    expect(await issuers(last)).toEqual(['GitHub', 'GitLab']);
    expect((await last.slots.list()).map(({ type }) => type)).toEqual(['passphrase', 'recovery']);
  });

  test('shows the vault only once the new passphrase can open it', async () => {
    const { world, vault } = await madeVault();
    const key = await vault.slots.createRecoveryKey(passphrase);
    const next = again(world);
    const slotsWhenAnnounced: Promise<unknown>[] = [];
    next.subscribe(() => slotsWhenAnnounced.push(next.slots.list()));
    const before = await next.slots.list();
    await next.slots.recover(key, 'battery staple');
    expect(slotsWhenAnnounced).not.toEqual([]);
    for (const slots of await Promise.all(slotsWhenAnnounced)) expect(slots).not.toEqual(before);
  });

  test('is replaced by a new recovery key', async () => {
    const { world, vault } = await madeVault();
    const old = await vault.slots.createRecoveryKey(passphrase);
    const key = await vault.slots.createRecoveryKey(passphrase);
    const next = again(world);
    await expect(next.slots.recover(old, 'battery staple')).rejects.toThrow(
      'vault/wrong-recovery-key',
    );
    await next.slots.recover(key, 'battery staple');
    expect(await issuers(next)).toEqual(['GitHub', 'GitLab']);
  });

  test('stays valid until its successor is confirmed, even after a lock', async () => {
    const { world, vault } = await madeVault();
    const old = await vault.slots.createRecoveryKey(passphrase);
    await vault.slots.confirmRecoveryKey();
    const key = await vault.slots.createRecoveryKey(passphrase);
    await vault.lock();
    await vault.unlock(passphrase);
    const named = async () =>
      (await vault.slots.list())
        .filter(({ type }) => type === 'recovery')
        .map(({ pending }) => pending);
    expect(await named()).toEqual([false, true]);
    const copy = await copyOf(world, 'primary');
    await vault.slots.confirmRecoveryKey();
    expect(await named()).toEqual([false]);
    await vault.lock();
    await expect(vault.slots.recover(old, 'battery staple')).rejects.toThrow(
      'vault/wrong-recovery-key',
    );
    // Before the confirmation, the old key opened the vault.
    for (const store of ['primary', 'mirror'] as const) await putBack(world, store, copy);
    await vault.slots.recover(old, 'battery staple');
    expect(await issuers(vault)).toEqual(['GitHub', 'GitLab']);
    expect(key).not.toBe(old);
  });

  test('is rejected if it is invalid', async () => {
    const { vault } = await madeVault();
    await vault.slots.createRecoveryKey(passphrase);
    for (const text of ['', 'ABCD', 'ABCD-'.repeat(8), 'ABCD-ABCD-ABCD-ABCD-ABCD-ABCD-ABCD-ABCD'])
      await expect(vault.slots.recover(text, 'battery staple')).rejects.toThrow(
        'vault/wrong-recovery-key',
      );
  });

  test('still opens the vault after the passphrase and the vault key were replaced', async () => {
    const { world, vault } = await madeVault();
    const key = await vault.slots.createRecoveryKey(passphrase);
    await vault.slots.changePassphrase(passphrase, 'battery staple');
    await vault.slots.rotate('battery staple');
    expect(await issuers(vault)).toEqual(['GitHub', 'GitLab']);
    const next = again(world);
    await next.slots.recover(key, 'third passphrase');
    expect(await issuers(next)).toEqual(['GitHub', 'GitLab']);
  });
});
