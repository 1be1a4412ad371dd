import { browser } from 'wxt/browser';
import { alarms } from '../state';
import { ensureAlarm } from './ensureAlarm';
import type { SecureVault, BackupTargets } from '../../vault';
import { vaultStorageKeys } from '../../platform/vault';
import { backUpWhenDue } from './backUpWhenDue';

/**
 * Makes automatic backups in the background, half a minute after a change and every hour. Does nothing while the
 * vault is locked or the browser doesn't let the extension write to the folder. Downloads are left to pages,
 * because they need a document. Listeners are added synchronously, so that these events wake the background.
 */
export function startBackups(vault: SecureVault, targets: BackupTargets): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== alarms.backup) return;
    // If the vault is locked or the folder can't be written, the backup stays due. Once the vault is unlocked, a
    // reminder appears.
    backUpWhenDue(vault, targets, ['folder']).catch(() => undefined);
  });
  // The last step of every change is to write the head to the mirror.
  browser.storage.local.onChanged.addListener((changes) => {
    if (vaultStorageKeys.head in changes)
      void browser.alarms.create(alarms.backup, { delayInMinutes: 0.5, periodInMinutes: 60 });
  });
  void ensureAlarm(alarms.backup, 60);
}
