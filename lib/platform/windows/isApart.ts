import { browser } from 'wxt/browser';

/**
 * Whether this page is in a private window of Firefox. The Web Locks, BroadcastChannel and IndexedDB of a private
 * window are separate from those of normal windows. The extension's storage areas and its background are shared.
 */
export const isApart = (): boolean =>
  browser.extension.inIncognitoContext && typeof document !== 'undefined';
