import { browser } from 'wxt/browser';
import { AppError } from '../errors';

/**
 * What the current window shows of its page, as the data: URL of a PNG in the screen's own pixels.
 * Needs the permission that a click on the extension gives for that tab. Throws `scan/forbidden-page` where
 * the browser lets no extension look: its own pages, its add-on store, other extensions' pages, files.
 */
export async function captureTab(): Promise<string> {
  try {
    return await browser.tabs.captureVisibleTab({ format: 'png' });
  } catch (cause) {
    throw new AppError('scan/forbidden-page', {}, { cause });
  }
}
