import { browser } from 'wxt/browser';
import { alarms } from '../state';
import { ensureHourlyAlarm } from './ensureHourlyAlarm';
import type { SecureVault } from '../../vault';

const alarm = alarms.trash;

/** Once an hour, where the vault happens to be open: lets go of what was in the trash for 30 days. */
export function startTrashCollection(vault: SecureVault): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== alarm) return;
    void vault
      .state()
      .then((state) => (state === 'unlocked' ? vault.trash.purgeExpired() : 0))
      // A lock in between, or damage that the next unlock tells of: the next hour comes.
      .catch(() => undefined);
  });
  void ensureHourlyAlarm(alarm);
}
