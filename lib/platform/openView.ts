import { browser } from 'wxt/browser';

/** Where `storage.session` keeps the id of the window of our own. */
const slot = 'window/own';

/** What tells the page in that window from the popup and the side panel. */
const mark = '#window';

/** Whether this page is in the window that `openWindow` opens. */
export const isOwnWindow = (): boolean => location.hash === mark;

async function focusOwnWindow(): Promise<boolean> {
  const id = (await browser.storage.session.get(slot))[slot];
  if (typeof id !== 'number') return false;
  return browser.windows.update(id, { focused: true }).then(
    () => true,
    () => false,
  );
}

/** Opens the accounts in a small window of their own that stays open, or brings it to the front where there is one. */
export async function openWindow(): Promise<void> {
  if (await focusOwnWindow()) return;
  const url = browser.runtime.getURL('/popup.html') + mark;
  const opened = await browser.windows.create({ url, type: 'popup', width: 400, height: 640 });
  if (opened?.id !== undefined) await browser.storage.session.set({ [slot]: opened.id });
}

/** Whether this browser has a side panel (Chromium). */
export const hasSidePanel = (): boolean => 'sidePanel' in browser;

/** Opens the accounts in the side panel of this window. Call it at a person's gesture. */
export async function openSidePanel(): Promise<void> {
  const { id } = await browser.windows.getCurrent();
  if (id !== undefined) await browser.sidePanel.open({ windowId: id });
}
