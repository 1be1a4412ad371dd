import { browser } from 'wxt/browser';
import { alarms } from '../state';
import type { Clock } from '../../clock';
import { vaultStorageKeys } from '../../platform/vault';
import type { SecureVault } from '../../vault';

const alarm = alarms.awake;

const { session: sessionKey } = vaultStorageKeys;

const isOpen = async () => Boolean((await browser.storage.session.get(sessionKey))[sessionKey]);

/** How late an alarm may be on a busy computer, in milliseconds. */
const tolerance = 2 * 60_000;

async function keepWatch(): Promise<void> {
  if (!(await isOpen())) await browser.alarms.clear(alarm);
  else if (!(await browser.alarms.get(alarm)))
    await browser.alarms.create(alarm, { periodInMinutes: 1 });
}

/**
 * Locks the vault after the computer has slept. No browser reports sleep, and Firefox doesn't report a locked
 * screen. So an alarm fires every minute while the vault is open, and a very late alarm means that the computer
 * slept. An existing alarm isn't recreated, because that would hide a sleep.
 */
export function lockAfterSleep(vault: Pick<SecureVault, 'lock'>, clock: Clock): void {
  browser.alarms.onAlarm.addListener(({ name, scheduledTime }) => {
    if (name !== alarm) return;
    const slept = clock() - scheduledTime > tolerance;
    // An alarm can survive the browser's restart, but the vault key can't. Without a key there is nothing to
    // lock.
    void isOpen().then((open) => (slept && open ? vault.lock() : keepWatch()));
  });
  browser.storage.session.onChanged.addListener((changes) => {
    if (sessionKey in changes) void keepWatch();
  });
}
