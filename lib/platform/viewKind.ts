import { browser } from 'wxt/browser';

/** Returns `popup` in the toolbar popup, and `page` in a tab, window or side panel. */
export const viewKind = (): 'popup' | 'page' =>
  browser.extension.getViews({ type: 'popup' }).includes(window) ? 'popup' : 'page';
