import { browser } from 'wxt/browser';

/** The page in front, as far as the browser shows it to us. */
export interface ActiveSite {
  readonly tab: number;
  /** In ASCII (punycode) form. */
  readonly host: string;
  /** Nobody on the way can read what is typed there or change the page: it came by https, or from this computer. */
  readonly secure: boolean;
}

/** Names that no network carries anything to. */
const thisComputer = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/** The site of a tab; null where it is none, or the user gave us no look at it. */
export function siteOfTab(
  tab: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined,
): ActiveSite | null {
  if (tab?.id === undefined || !tab.url || !URL.canParse(tab.url)) return null;
  const { protocol, hostname } = new URL(tab.url);
  if (!/^https?:$/.test(protocol) || hostname === '') return null;
  const secure = protocol === 'https:' || thisComputer.test(hostname);
  return { tab: tab.id, host: hostname, secure };
}

/** The site in front, or null. */
export async function activeSite(): Promise<ActiveSite | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return siteOfTab(tab);
}

/**
 * Calls back when another page may be in front, or be seen since a click on the toolbar's button, for a side panel
 * that stays beside them. Answers its own end.
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
