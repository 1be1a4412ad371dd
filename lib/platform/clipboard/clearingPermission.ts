import { browser } from 'wxt/browser';
import { clearingPermissions } from './names';

const wanted = { permissions: [...clearingPermissions] };

/** The optional permissions that clearing the clipboard needs. The user can withdraw them at any time. */
export const clearingPermission = {
  isAllowed: (): Promise<boolean> => browser.permissions.contains(wanted),
  /** Asks the user for the permissions. Must be the first call in the handler of a user gesture. */
  allow: (): Promise<boolean> => browser.permissions.request(wanted),
};
