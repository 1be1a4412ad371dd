import { browser } from 'wxt/browser';
import { alarms } from '../state';
import { ensureAlarm } from './ensureAlarm';
import type { SecureVault } from '../../vault';

const alarm = alarms.trash;

/** Deletes expired entries from the trash every hour while the vault is unlocked. */
export function startTrashCollection(vault: SecureVault): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== alarm) return;
    void vault
      .state()
      .then((state) => (state === 'unlocked' ? vault.trash.purgeExpired() : 0))
      // If the vault is locked or damaged, the next run tries again.
      .catch(() => undefined);
  });
  void ensureAlarm(alarm, 60);
}
