import { browser } from 'wxt/browser';
import { vaultStorageKeys } from '../../platform/vault';
import { isWipedOnLock, stored } from '../state';

/** Removes from `storage.session` what a lock wipes: what pages handed each other holds secrets and names. */
async function wipe(): Promise<void> {
  const held = await browser.storage.session.get(null);
  // A notice without a code says that the vault is locked.
  const notice = await stored.popupNotice.read();
  const keys = Object.keys(held).filter(
    (key) => isWipedOnLock(key) && !(key === stored.popupNotice.key && notice?.keep === false),
  );
  await browser.storage.session.remove(keys);
  if (keys.includes(stored.popupNotice.key)) await browser.action.setBadgeText({ text: '' });
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
