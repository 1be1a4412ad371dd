import { browser } from 'wxt/browser';
import { regionMessage, type Region } from './Region';

/** Sends the drawn rectangle to the background, from inside a page. */
export async function sendRegion(region: Region): Promise<void> {
  await browser.runtime.sendMessage({ type: regionMessage, region }).catch(() => undefined);
}
