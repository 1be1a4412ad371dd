import { browser } from 'wxt/browser';
import { alarms } from '../state';
import type { Clock } from '../../clock';
import { vaultStorageKeys } from '../../platform/vault';
import type { SecureVault } from '../../vault';

const alarm = alarms.awake;

const { session: sessionKey } = vaultStorageKeys;

const isOpen = async () => Boolean((await browser.storage.session.get(sessionKey))[sessionKey]);

/** Milliseconds that an alarm can be late on a busy computer. */
const tolerance = 2 * 60_000;

async function keepWatch(): Promise<void> {
  if (!(await isOpen())) await browser.alarms.clear(alarm);
  else if (!(await browser.alarms.get(alarm)))
    await browser.alarms.create(alarm, { periodInMinutes: 1 });
}

/**
 * Locks once the computer has slept, which no browser tells, and of whose locked screen Firefox tells
 * nothing: an alarm every minute while the vault is open comes far too late then. One that is set already
 * stays: to set it anew at every use would hide the sleep before.
 */
export function lockAfterSleep(vault: Pick<SecureVault, 'lock'>, clock: Clock): void {
  browser.alarms.onAlarm.addListener(({ name, scheduledTime }) => {
    if (name !== alarm) return;
    const slept = clock() - scheduledTime > tolerance;
    // An alarm may outlive the browser, and the key does not: then there is nothing to lock.
    void isOpen().then((open) => (slept && open ? vault.lock() : keepWatch()));
  });
  browser.storage.session.onChanged.addListener((changes) => {
    if (sessionKey in changes) void keepWatch();
  });
}
