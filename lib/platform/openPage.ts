import { browser } from 'wxt/browser';

/** The extension's own pages that a person can be sent to. */
export type Page = '/manage.html' | '/options.html' | '/popup.html';

/** Opens a page of the extension in a new tab; `place` is what follows its address, such as `#/add`. */
export async function openPage(page: Page, place: `#/${string}` | '' = ''): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(page) + place });
}
