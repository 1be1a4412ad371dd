import { browser } from 'wxt/browser';

/**
 * Returns the administrator's settings. Returns an empty object if the browser has no managed storage or the read
 * fails.
 */
export async function readManaged(): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    return {};
  }
}
