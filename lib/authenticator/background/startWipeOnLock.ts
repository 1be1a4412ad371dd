import { browser } from 'wxt/browser';
import { vaultStorageKeys } from '../../platform/vault';
import { isWipedOnLock } from '../state';

/**
 * Removes the values of `storage.session` that a lock wipes. Pages pass these values to each other, and they
 * contain secrets and names.
 */
async function wipe(): Promise<void> {
  const held = await browser.storage.session.get(null);
  await browser.storage.session.remove(Object.keys(held).filter(isWipedOnLock));
}

/**
 * Wipes session values when the vault locks. Values stored while the vault is locked stay until the next lock.
 * The listener is added synchronously, so that a lock wakes the background.
 */
export function startWipeOnLock(): void {
  browser.storage.session.onChanged.addListener(({ [vaultStorageKeys.session]: change }) => {
    const locked = (change?.oldValue ?? null) !== null && (change?.newValue ?? null) === null;
    if (locked) void wipe();
  });
}
