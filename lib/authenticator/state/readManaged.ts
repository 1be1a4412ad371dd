import { browser } from 'wxt/browser';
import { stored } from './stored';

/** Returns the administrator's settings. Returns null if the browser has no managed storage or the read fails. */
async function askBrowser(): Promise<Readonly<Record<string, unknown>> | null> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    return null;
  }
}

/**
 * Returns the administrator's settings as they were last read. Returns an empty object before the first read, or if
 * the storage fails.
 */
export const lastManaged = async (): Promise<Readonly<Record<string, unknown>>> =>
  (await stored.managed.read().catch(() => null)) ?? {};

/**
 * Returns the administrator's settings, and keeps them for `lastManaged`. Chromium answers only some seconds after
 * its start, so that nothing that a user waits for may need this.
 */
export async function readManaged(): Promise<Readonly<Record<string, unknown>>> {
  const managed = (await askBrowser()) ?? {};
  if (JSON.stringify(managed) !== JSON.stringify(await lastManaged()))
    // If the storage fails, the settings still apply to the caller.
    await stored.managed.write(managed).catch(() => undefined);
  return managed;
}
