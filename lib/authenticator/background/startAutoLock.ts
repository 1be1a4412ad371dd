import { browser } from 'wxt/browser';
import { alarms } from '../state';
import { systemClock } from '../../clock';
import { vaultStorageKeys } from '../../platform/vault';
import { optionalApi } from '../../platform';
import { lockAfterSleep } from './lockAfterSleep';
import type { SecureVault } from '../../vault';

const alarm = alarms.lock;

/** The name of the keyboard command and of the menu item that lock. */
const lockCommand = 'lock-vault';

/**
 * Locks the vault at its deadline, when the computer locks or has slept, on the keyboard command and on the menu item
 * of the toolbar button, if the browser has these. When the browser closes, the key is removed from memory anyway.
 * Listeners are added synchronously, so that these events wake the background.
 */
export function startAutoLock(vault: SecureVault, menuTitle: string): void {
  const lock = () => void vault.lock();

  async function schedule(): Promise<void> {
    const when = await vault.endsAt();
    await (when === null ? browser.alarms.clear(alarm) : browser.alarms.create(alarm, { when }));
  }

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== alarm) return;
    // User activity has postponed the deadline, or it has passed and the pages must be notified.
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
  // Content scripts must not read what the vault stores.
  void browser.storage.session.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  void browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
