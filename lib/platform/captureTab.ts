import { browser } from 'wxt/browser';
import { AppError } from '../errors';

/**
 * Returns what the current window shows of its page, as the data: URL of a PNG in device pixels. Needs
 * `activeTab`. Throws `scan/forbidden-page` on pages that extensions can't capture: the browser's own pages, its
 * add-on store, other extensions' pages, files.
 */
export async function captureTab(): Promise<string> {
  try {
    return await browser.tabs.captureVisibleTab({ format: 'png' });
  } catch (cause) {
    throw new AppError('scan/forbidden-page', {}, { cause });
  }
}
