import { browser } from 'wxt/browser';
import { regionMessage, type Region } from './Region';

/** Sends a drawn rectangle from inside a web page to the background. */
export async function sendRegion(region: Region): Promise<void> {
  await browser.runtime.sendMessage({ type: regionMessage, region }).catch(() => undefined);
}
