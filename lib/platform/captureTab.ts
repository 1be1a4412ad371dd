import { browser } from 'wxt/browser';
import { AppError } from '../errors';

/**
 * Captures the visible part of the current window's page. Returns the data: URL of a PNG in device pixels. Needs
 * `activeTab`. Throws `scan/forbidden-page` on pages that extensions can't capture: the browser's own pages, its
 * add-on store, other extensions' pages, and files.
 */
export async function captureTab(): Promise<string> {
  try {
    return await browser.tabs.captureVisibleTab({ format: 'png' });
  } catch (cause) {
    throw new AppError('scan/forbidden-page', {}, { cause });
  }
}
