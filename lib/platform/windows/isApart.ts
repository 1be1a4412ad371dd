import { browser } from 'wxt/browser';

/**
 * Whether this page is in a private window of Firefox. Web Locks, BroadcastChannel and IndexedDB of such a page are
 * separate from those of normal windows, while the extension's storage areas and its background are shared.
 */
export const isApart = (): boolean =>
  browser.extension.inIncognitoContext && typeof document !== 'undefined';
