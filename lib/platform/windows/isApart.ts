import { browser } from 'wxt/browser';

/**
 * Whether this page is in a private window of Firefox. Its Web Locks, BroadcastChannel and IndexedDB are separate
 * from those of normal windows. The extension's storage areas and its background are shared.
 */
export const isApart = (): boolean =>
  browser.extension.inIncognitoContext && typeof document !== 'undefined';
