import { browser } from 'wxt/browser';

/**
 * Returns the match pattern for an address. The pattern covers every port of the host, because match patterns
 * can't name a port.
 */
function patternOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

/**
 * Checks, requests and revokes the permission for one origin: a sync server, or a site. The user can revoke the
 * permission at any time.
 */
export const originPermission = {
  has: (address: string): Promise<boolean> =>
    browser.permissions.contains({ origins: [patternOf(address)] }),
  /**
   * Asks the user for the permission. Returns whether the permission was granted. Must be the first call in a
   * click handler, on a page that the browser's prompt doesn't close.
   */
  ask: (address: string): Promise<boolean> =>
    browser.permissions.request({ origins: [patternOf(address)] }),
  /** Revokes the permission. Returns false if the browser refuses. */
  drop: (address: string): Promise<boolean> =>
    browser.permissions.remove({ origins: [patternOf(address)] }).catch(() => false),
};
