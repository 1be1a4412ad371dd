import { browser } from 'wxt/browser';

/** Returns an administrator's settings. Browsers without a policy store lack the area or reject: then there are none. */
export async function readManaged(): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    return {};
  }
}
