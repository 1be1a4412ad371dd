import { browser } from 'wxt/browser';
import { AppError } from '../errors';
import type { StoredValue } from './storedValue';

/**
 * Lets the user draw a rectangle over the page in front. The background receives it (`handleDrawnRegion`), because
 * the popup closes meanwhile; `regionTab` stores the tab that was asked. Throws `scan/forbidden-page` on pages that extensions can't script.
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

/** Returns whether a rectangle was asked for in that tab, once: the request is removed. */
export async function consumeRegionRequest(
  regionTab: StoredValue<number>,
  tabId: number,
): Promise<boolean> {
  if ((await regionTab.read()) !== tabId) return false;
  await regionTab.remove();
  return true;
}
