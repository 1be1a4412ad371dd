import { browser } from 'wxt/browser';

/** The extension's pages that can be opened in a tab. */
export type Page = '/manage.html' | '/options.html' | '/popup.html';

/** Opens a page of the extension in a new tab. `place` is the URL hash, such as `#/add`. */
export async function openPage(page: Page, place: `#/${string}` | '' = ''): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(page) + place });
}
