import { browser } from 'wxt/browser';
import { openPage } from './openPage';
import { optionalApi } from './optionalApi';
import type { StoredValue } from './storedValue';

/** The parameter that distinguishes the window from popup and side panel. */
const mark = '#window';

/** Whether a small window can be opened. Firefox for Android has no windows. */
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

/** Firefox's sidebar, which the types of Chromium's API don't have. Firefox for Android has none. */
const sidebar = (): { open: () => Promise<void> } | undefined =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- absent in the types, asked for at run time
  (browser as { sidebarAction?: { open: () => Promise<void> } }).sidebarAction;

/** Whether this browser shows extensions beside its pages: Chromium's side panel or Firefox's sidebar. */
export const hasSidePanel = (): boolean => 'sidePanel' in browser || sidebar() !== undefined;

/** Opens the accounts in the side panel of this window. Call it in a user gesture. */
export async function openSidePanel(): Promise<void> {
  // Firefox accepts a user gesture only in its own task, so nothing is awaited before.
  if (sidebar()) return sidebar()?.open();
  const { id } = await browser.windows.getCurrent();
  if (id !== undefined) await browser.sidePanel.open({ windowId: id });
}
