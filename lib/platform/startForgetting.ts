import { browser } from 'wxt/browser';
import { dropBackupCodeOffer } from './handOff';
import { takeScanOffer, writeScanParts } from './handOffScan';
import { dropKeptNotice } from './popupNotice';

/**
 * The background's part of a lock: what was handed from page to page goes with the key, for it holds secrets.
 * What comes while the vault is locked waits for it to open. The listener is added at once, so that a lock
 * wakes the background. `sessionKey` is where the vault's key stands while it is open.
 */
export function startForgetting(sessionKey: string): void {
  browser.storage.session.onChanged.addListener(({ [sessionKey]: change }) => {
    const locked = (change?.oldValue ?? null) !== null && (change?.newValue ?? null) === null;
    if (!locked) return;
    const forgetting = [
      takeScanOffer(),
      writeScanParts([]),
      dropBackupCodeOffer(),
      dropKeptNotice(),
    ];
    void Promise.all(forgetting);
  });
}
