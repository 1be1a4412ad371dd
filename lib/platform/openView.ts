import { browser } from 'wxt/browser';
import { openPage } from './openPage';
import { optionalApi } from './optionalApi';
import type { StoredValue } from './storedValue';

/** The parameter that distinguishes the window from popup and side panel. */
const mark = '#window';

/** Whether this page is in the window that `openWindow` opens. */
export const isOwnWindow = (): boolean => location.hash === mark;

async function focusOwnWindow(ownWindow: StoredValue<number>): Promise<boolean> {
  const id = await ownWindow.read();
  if (id === null) return false;
  return browser.windows.update(id, { focused: true }).then(
    () => true,
    () => false,
  );
}

/**
 * Opens the accounts in a small window that stays open, or focuses it if it is open; in a tab where the browser has no windows.
 * `ownWindow` stores its id.
 */
export async function openWindow(ownWindow: StoredValue<number>): Promise<void> {
  if (!optionalApi('windows')) return openPage('/popup.html');
  if (await focusOwnWindow(ownWindow)) return;
  const url = browser.runtime.getURL('/popup.html') + mark;
  const opened = await browser.windows.create({ url, type: 'popup', width: 400, height: 640 });
  if (opened?.id !== undefined) await ownWindow.write(opened.id);
}

/** Whether this browser has a side panel (Chromium). */
export const hasSidePanel = (): boolean => 'sidePanel' in browser;

/** Opens the accounts in the side panel of this window. Call it in a user gesture. */
export async function openSidePanel(): Promise<void> {
  const { id } = await browser.windows.getCurrent();
  if (id !== undefined) await browser.sidePanel.open({ windowId: id });
}
