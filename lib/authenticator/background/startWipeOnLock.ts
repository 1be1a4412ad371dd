import { browser } from 'wxt/browser';
import { vaultStorageKeys } from '../../platform/vault';
import { dropBackupCodeOffer } from '../state';
import { takeQueuedScan, writeScanParts } from '../state';
import { discardPopupNotice } from '../state';

/**
 * The background's part of a lock: what was handed from page to page goes with the key, for it holds secrets.
 * What comes while the vault is locked waits for it to open. The listener is added at once, so that a lock
 * wakes the background.
 */
export function startWipeOnLock(): void {
  browser.storage.session.onChanged.addListener(({ [vaultStorageKeys.session]: change }) => {
    const locked = (change?.oldValue ?? null) !== null && (change?.newValue ?? null) === null;
    if (!locked) return;
    const forgetting = [
      takeQueuedScan(),
      writeScanParts([]),
      dropBackupCodeOffer(),
      discardPopupNotice(),
    ];
    void Promise.all(forgetting);
  });
}
