import { browser } from 'wxt/browser';
import { clearingPermissions } from './names';

/** Asks the person, through the browser, for what clearing needs. Call it first thing at a gesture. */
export const allowClipboardClearing = (): Promise<boolean> =>
  browser.permissions.request({ permissions: [...clearingPermissions] });
