import { browser } from 'wxt/browser';
import { dropBackupCodeOffer } from './handOff';
import { takeScanOffer, writeScanParts } from './handOffScan';

/** Where the vault keeps its key while it is open. */
const key = 'vault.key';

/**
 * The background's part of a lock: what was handed from page to page goes with the key, for it holds secrets.
 * What comes while the vault is locked waits for it to open. The listener is added at once, so that a lock
 * wakes the background.
 */
export function startForgetting(): void {
  browser.storage.session.onChanged.addListener(({ [key]: change }) => {
    const locked = (change?.oldValue ?? null) !== null && (change?.newValue ?? null) === null;
    if (locked) void Promise.all([takeScanOffer(), writeScanParts([]), dropBackupCodeOffer()]);
  });
}
