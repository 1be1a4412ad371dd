import { browser } from 'wxt/browser';

/** Where a page of the extension is shown: in the toolbar's popup, or in a tab, window or side panel. */
export const viewKind = (): 'popup' | 'page' =>
  browser.extension.getViews({ type: 'popup' }).includes(window) ? 'popup' : 'page';
