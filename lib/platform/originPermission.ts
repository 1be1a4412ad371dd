import { browser } from 'wxt/browser';

/** Returns the match pattern for an address. Match patterns can't name a port, so it covers every port of the host. */
function patternOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

/** Permission for one server, which the user grants when setting up sync and can revoke at any time. */
export const originPermission = {
  has: (address: string): Promise<boolean> =>
    browser.permissions.contains({ origins: [patternOf(address)] }),
  /**
   * Asks the user. Returns whether permission was granted. Call it first in a click handler, on a page that the
   * browser's prompt doesn't close.
   */
  ask: (address: string): Promise<boolean> =>
    browser.permissions.request({ origins: [patternOf(address)] }),
  /** Revokes the permission. Returns false if that fails. */
  drop: (address: string): Promise<boolean> =>
    browser.permissions.remove({ origins: [patternOf(address)] }).catch(() => false),
};
