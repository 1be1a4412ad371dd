import { browser } from 'wxt/browser';

const pattern = (origin: string): string => `${origin}/*`;

/** Whether the user allowed Tessera to reach pages of an origin beyond the one in front. */
export const hasAccess = (origin: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [pattern(origin)] });

/** Asks the user to allow it. Only works right inside of a click; returns what they decided. */
export const askAccess = (origin: string): Promise<boolean> =>
  browser.permissions.request({ origins: [pattern(origin)] });
