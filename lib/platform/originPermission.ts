import { browser } from 'wxt/browser';

/** Match patterns know no ports. */
function patternOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

/** Access to one server, which the user grants when sync is set up and may withdraw at any time. */
export const originPermission = {
  has: (address: string): Promise<boolean> =>
    browser.permissions.contains({ origins: [patternOf(address)] }),
  /** Asks the user. Call it first thing in a click's handler, on a page that the browser's question doesn't close. */
  ask: (address: string): Promise<boolean> =>
    browser.permissions.request({ origins: [patternOf(address)] }),
  /** Gives it back. False where it can't be. */
  drop: (address: string): Promise<boolean> =>
    browser.permissions.remove({ origins: [patternOf(address)] }).catch(() => false),
};
