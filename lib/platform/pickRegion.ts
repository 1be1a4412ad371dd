import { browser } from 'wxt/browser';
import { AppError } from '../errors';
import type { StoredValue } from './storedValue';

/**
 * Lets the user draw a rectangle on the active page. The background receives the rectangle (`handleDrawnRegion`),
 * because drawing closes the popup. `regionTab` stores the tab. Throws `scan/forbidden-page` on pages that
 * extensions can't script.
 */
export async function pickRegion(regionTab: StoredValue<number>): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) throw new AppError('scan/forbidden-page');
  await regionTab.write(tab.id);
  try {
    await browser.scripting.executeScript({
      target: { tabId: tab.id },
      files: ['/pick-region.js'],
    });
  } catch (cause) {
    throw new AppError('scan/forbidden-page', {}, { cause });
  }
}

/** Returns whether a rectangle was requested in this tab, and removes the request. */
export async function consumeRegionRequest(
  regionTab: StoredValue<number>,
  tabId: number,
): Promise<boolean> {
  if ((await regionTab.read()) !== tabId) return false;
  await regionTab.remove();
  return true;
}
