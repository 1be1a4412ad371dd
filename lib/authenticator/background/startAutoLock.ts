import { browser } from 'wxt/browser';
import { alarms } from '../state';
import { systemClock } from '../../clock';
import { vaultStorageKeys } from '../../platform/vault';
import { optionalApi } from '../../platform';
import { lockAfterSleep } from './lockAfterSleep';
import type { SecureVault } from '../../vault';

const alarm = alarms.lock;

/** Name of the keyboard command and of the menu item that lock the vault. */
const lockCommand = 'lock-vault';

/**
 * Locks the vault at its deadline, when the computer locks or has slept, on the keyboard command, and on the
 * toolbar button's menu item. Some browsers lack some of these events. Closing the browser removes the key from
 * memory without this code. Listeners are added synchronously, so that these events wake the background.
 */
export function startAutoLock(vault: SecureVault, menuTitle: string): void {
  const lock = () => void vault.lock();

  async function schedule(): Promise<void> {
    const when = await vault.endsAt();
    await (when === null ? browser.alarms.clear(alarm) : browser.alarms.create(alarm, { when }));
  }

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== alarm) return;
    // Either the user was active and the deadline moved, or the vault has expired and the pages must be notified.
    void vault.endsAt().then((when) => (when === null ? vault.lock() : schedule()));
  });
  browser.storage.session.onChanged.addListener((changes) => {
    if (vaultStorageKeys.session in changes) void schedule();
  });
  lockAfterSleep(vault, systemClock);
  optionalApi('idle')?.onStateChanged.addListener((state) => {
    if (state === 'locked') lock();
  });
  optionalApi('commands')?.onCommand.addListener((name) => {
    if (name === lockCommand) lock();
  });
  optionalApi('contextMenus')?.onClicked.addListener(({ menuItemId }) => {
    if (menuItemId === lockCommand) lock();
  });
  browser.runtime.onInstalled.addListener(() => {
    optionalApi('contextMenus')?.create({
      id: lockCommand,
      title: menuTitle,
      contexts: ['action'],
    });
  });
  // Content scripts must not read the extension's storage.
  void browser.storage.session.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  void browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
