import { browser } from 'wxt/browser';
import { vaultStorageKeys } from '../../platform/vault';
import { isWipedOnLock } from '../state';

/**
 * Removes the keys of `storage.session` that a lock wipes: data passed between pages contains secrets and
 * names.
 */
async function wipe(): Promise<void> {
  const held = await browser.storage.session.get(null);
  await browser.storage.session.remove(Object.keys(held).filter(isWipedOnLock));
}

/**
 * Wipes session state when the vault locks. Values stored while it is locked stay until it opens. The listener
 * is added synchronously, so that a lock wakes the background.
 */
export function startWipeOnLock(): void {
  browser.storage.session.onChanged.addListener(({ [vaultStorageKeys.session]: change }) => {
    const locked = (change?.oldValue ?? null) !== null && (change?.newValue ?? null) === null;
    if (locked) void wipe();
  });
}
