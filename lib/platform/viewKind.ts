import { browser } from 'wxt/browser';

/** Returns where this page is shown: in the toolbar popup, or in a tab, window or side panel. */
export const viewKind = (): 'popup' | 'page' =>
  browser.extension.getViews({ type: 'popup' }).includes(window) ? 'popup' : 'page';
