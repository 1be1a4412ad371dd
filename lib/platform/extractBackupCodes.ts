import { browser } from 'wxt/browser';
import { AppError } from '../errors';

/**
 * The backup codes that the user marked on a tab's page, or else those that show on it, its frames of the same
 * site included. The page's text stays in the page: only what looks like codes leaves it. Needs the permission
 * that a click on the extension gives. Throws `scan/forbidden-page` where no extension may look.
 */
export async function extractBackupCodes(tab: number): Promise<readonly string[]> {
  try {
    const target = { tabId: tab, allFrames: true };
    const frames = await browser.scripting.executeScript({ target, files: ['/grab-codes.js'] });
    const found = frames
      .map(({ result }): unknown[] => (Array.isArray(result) ? result : []))
      .toSorted((a, b) => b.length - a.length);
    return found[0]?.filter((code) => typeof code === 'string') ?? [];
  } catch (cause) {
    throw new AppError('scan/forbidden-page', {}, { cause });
  }
}
