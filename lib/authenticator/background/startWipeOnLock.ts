import { browser } from 'wxt/browser';
import { vaultStorageKeys } from '../../platform/vault';
import { isWipedOnLock } from '../state';

/** Removes from `storage.session` what a lock wipes: what pages handed each other holds secrets and names. */
async function wipe(): Promise<void> {
  const held = await browser.storage.session.get(null);
  await browser.storage.session.remove(Object.keys(held).filter(isWipedOnLock));
}

/**
 * Wipes session state when the vault locks. What comes while it is locked stays until it opens. The listener is
 * added synchronously, so that a lock wakes the background.
 */
export function startWipeOnLock(): void {
  browser.storage.session.onChanged.addListener(({ [vaultStorageKeys.session]: change }) => {
    const locked = (change?.oldValue ?? null) !== null && (change?.newValue ?? null) === null;
    if (locked) void wipe();
  });
}
