import { browser } from 'wxt/browser';
import { openPage } from './openPage';
import { optionalApi } from './optionalApi';
import type { StoredValue } from './storedValue';

/** The URL hash that distinguishes the small window from popup and side panel. */
const mark = '#window';

/**
 * Whether this page can open Tessera's small window. Returns false in the small window itself, and in Firefox for
 * Android, which has no windows.
 */
export const canOpenWindow = (): boolean => 'windows' in browser && location.hash !== mark;

async function focusOwnWindow(ownWindow: StoredValue<number>): Promise<boolean> {
  const id = await ownWindow.read();
  if (id === null) return false;
  return browser.windows.update(id, { focused: true }).then(
    () => true,
    () => false,
  );
}

/**
 * Opens the accounts in a small window that stays open, or focuses the window if it is already open. Uses a tab
 * if the browser has no windows. `ownWindow` stores the id of the window.
 */
export async function openWindow(ownWindow: StoredValue<number>): Promise<void> {
  if (!optionalApi('windows')) return openPage('/popup.html');
  if (await focusOwnWindow(ownWindow)) return;
  const url = browser.runtime.getURL('/popup.html') + mark;
  const opened = await browser.windows.create({ url, type: 'popup', width: 400, height: 640 });
  if (opened?.id !== undefined) await ownWindow.write(opened.id);
}

/**
 * Returns Firefox's sidebar, which the types of Chromium's API lack. Undefined in Chromium and Firefox for
 * Android.
 */
const sidebar = (): { open: () => Promise<void> } | undefined =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- absent in the types, asked for at run time
  (browser as { sidebarAction?: { open: () => Promise<void> } }).sidebarAction;

/** Whether this browser can show extensions beside web pages, in Chromium's side panel or Firefox's sidebar. */
export const hasSidePanel = (): boolean => 'sidePanel' in browser || sidebar() !== undefined;

/** Opens the accounts in the side panel of this window. Must be called in a user gesture. */
export async function openSidePanel(): Promise<void> {
  // In Firefox, a user gesture ends with the first `await`.
  if (sidebar()) return sidebar()?.open();
  const { id } = await browser.windows.getCurrent();
  if (id !== undefined) await browser.sidePanel.open({ windowId: id });
}
