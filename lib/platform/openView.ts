import { browser } from 'wxt/browser';

/** Opens the accounts in a small window of their own that stays open. */
export async function openWindow(): Promise<void> {
  const url = browser.runtime.getURL('/popup.html');
  await browser.windows.create({ url, type: 'popup', width: 400, height: 640 });
}

/** Whether this browser has a side panel (Chromium). */
export const hasSidePanel = (): boolean => 'sidePanel' in browser;

/** Opens the accounts in the side panel of this window. Call it at a person's gesture. */
export async function openSidePanel(): Promise<void> {
  const { id } = await browser.windows.getCurrent();
  if (id !== undefined) await browser.sidePanel.open({ windowId: id });
}
