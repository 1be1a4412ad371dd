import { browser } from 'wxt/browser';
import { AppError } from '../errors';

/** The tab in which a rectangle is being drawn. */
const slot = 'scan/region-tab';

/**
 * Lets the user draw a rectangle over the page in front; what is drawn goes to the background (watchRegion),
 * for the popup closes meanwhile. Throws `scan/forbidden-page` where no extension may.
 */
export async function pickRegion(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) throw new AppError('scan/forbidden-page');
  await browser.storage.session.set({ [slot]: tab.id });
  try {
    await browser.scripting.executeScript({
      target: { tabId: tab.id },
      files: ['/pick-region.js'],
    });
  } catch (cause) {
    throw new AppError('scan/forbidden-page', {}, { cause });
  }
}

/** Whether a rectangle was asked for in that tab; once. */
export async function consumeRegionRequest(tabId: number): Promise<boolean> {
  const asked: unknown = (await browser.storage.session.get(slot))[slot];
  if (asked !== tabId) return false;
  await browser.storage.session.remove(slot);
  return true;
}
