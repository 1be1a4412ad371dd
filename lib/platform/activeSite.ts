import { browser } from 'wxt/browser';

/** The site of the active tab, as far as the browser reveals the tab to the extension. */
export interface ActiveSite {
  readonly tab: number;
  /** Host in ASCII (punycode) form. */
  readonly host: string;
  /**
   * Whether nobody on the network can read or change the page, because the page came over https or from this
   * computer.
   */
  readonly secure: boolean;
}

/** Matches hosts on this computer. Traffic to these hosts never leaves the computer. */
const thisComputer = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/** Returns the site of a tab, or null if the tab has no site or the extension has no access to the tab. */
export function siteOfTab(
  tab: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined,
): ActiveSite | null {
  if (tab?.id === undefined || !tab.url || !URL.canParse(tab.url)) return null;
  const { protocol, hostname } = new URL(tab.url);
  if (!/^https?:$/.test(protocol) || hostname === '') return null;
  const secure = protocol === 'https:' || thisComputer.test(hostname);
  return { tab: tab.id, host: hostname, secure };
}

/**
 * Returns the site of the active tab, or null if the tab has no site or the extension has no access to the tab.
 */
export async function activeSite(): Promise<ActiveSite | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return siteOfTab(tab);
}

/**
 * Notifies the listener when another page may be active, or when the window gets the focus. Needed by a side
 * panel, which stays open. Returns an unsubscribe function.
 */
export function watchActiveSite(listener: () => void): () => void {
  const { onActivated, onUpdated } = browser.tabs;
  onActivated.addListener(listener);
  onUpdated.addListener(listener);
  addEventListener('focus', listener);
  return () => {
    onActivated.removeListener(listener);
    onUpdated.removeListener(listener);
    removeEventListener('focus', listener);
  };
}
