import { browser } from 'wxt/browser';
import { clearingPermissions } from './names';

const wanted = { permissions: [...clearingPermissions] };

/** What clearing the clipboard needs of the browser, which a person may take back there at any time. */
export const clearingPermission = {
  isAllowed: (): Promise<boolean> => browser.permissions.contains(wanted),
  /** Asks the person, through the browser. Call it first thing at a gesture. */
  allow: (): Promise<boolean> => browser.permissions.request(wanted),
};
