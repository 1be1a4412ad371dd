import { browser } from 'wxt/browser';
import { optionalApi } from './optionalApi';

/** Returns `popup` in the toolbar popup, and `page` in a tab, window or side panel. */
export const viewKind = (): 'popup' | 'page' =>
  browser.extension.getViews({ type: 'popup' }).includes(window) ? 'popup' : 'page';

/** Returns whether the window takes the size of its content. On a phone, the popup fills the screen. */
export const fitsContent = (): boolean =>
  viewKind() === 'popup' && optionalApi('windows') !== undefined;
