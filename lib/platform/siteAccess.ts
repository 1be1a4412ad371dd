import { browser } from 'wxt/browser';

const pattern = (origin: string): string => `${origin}/*`;

/** Whether the user allowed Tessera to access pages of this origin besides the active one. */
export const hasAccess = (origin: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [pattern(origin)] });

/** Asks the user for access. Call it in a click handler. Returns whether they allowed it. */
export const askAccess = (origin: string): Promise<boolean> =>
  browser.permissions.request({ origins: [pattern(origin)] });
