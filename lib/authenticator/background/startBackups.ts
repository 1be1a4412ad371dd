import { browser } from 'wxt/browser';
import { alarms } from '../state';
import { ensureHourlyAlarm } from './ensureHourlyAlarm';
import type { SecureVault } from '../../vault';
import { vaultStorageKeys } from '../../platform/vault';
import type { BackupTargets } from '../../vault';
import { backUpWhenDue } from './backUpWhenDue';

/**
 * The background's part of the backups that make themselves: half a minute after a change, and once an
 * hour, where the vault is unlocked and the browser still lets the extension write to the folder. A
 * download needs a page. Listeners are added at once, so that these events wake the background.
 */
export function startBackups(vault: SecureVault, targets: BackupTargets): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== alarms.backup) return;
    // A lock in between, or a folder that is gone: the reminder says so until the next time.
    backUpWhenDue(vault, targets, ['folder']).catch(() => undefined);
  });
  // Every change of the vault ends with its head in the mirror.
  browser.storage.local.onChanged.addListener((changes) => {
    if (vaultStorageKeys.head in changes)
      void browser.alarms.create(alarms.backup, { delayInMinutes: 0.5, periodInMinutes: 60 });
  });
  void ensureHourlyAlarm(alarms.backup);
}
