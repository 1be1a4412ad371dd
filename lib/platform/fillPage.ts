import { browser } from 'wxt/browser';

/** The page in front, as far as the browser shows it to us. */
export interface ActiveSite {
  readonly tab: number;
  /** In ASCII (punycode) form. */
  readonly host: string;
  /** Nobody on the way can read what is typed there or change the page: it came by https, or from this computer. */
  readonly secure: boolean;
}

/**
 * `elsewhere`: the page went to another host meanwhile; `forbidden`: the browser guards this page; `spent`: a
 * field was there, but is gone since, and the code of a counter is used up.
 */
export type FillOutcome = 'field' | 'boxes' | 'none' | 'elsewhere' | 'forbidden' | 'spent';

const outcomes: ReadonlySet<unknown> = new Set(['field', 'boxes', 'none', 'elsewhere']);

const isOutcome = (value: unknown): value is FillOutcome => outcomes.has(value);

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

async function callInPage(
  { tab, host, secure }: ActiveSite,
  name: 'tesseraFill' | 'tesseraSeek',
  code: string,
  kind: 'code' | 'backup',
): Promise<FillOutcome> {
  const target = { tabId: tab };
  try {
    await browser.scripting.executeScript({ target, files: ['/fill.js'] });
    const [answer] = await browser.scripting.executeScript({
      target,
      args: [name, code, host, kind, secure],
      // Runs in the page's isolated world, where fill.js left its functions.
      func: (called: string, ...given: [string, string, string, boolean]): unknown => {
        const call: unknown = Reflect.get(globalThis, called);
        return typeof call === 'function' ? call(...given) : 'none';
      },
    });
    return isOutcome(answer?.result) ? answer.result : 'none';
  } catch {
    return 'forbidden';
  }
}

/**
 * Puts a code of the moment, or a backup code, into the page of a tab, if it is still of that host and as secure
 * as it was. Needs a user's gesture on that tab.
 */
export const fillPage = (
  site: ActiveSite,
  code: string,
  kind: 'code' | 'backup' = 'code',
): Promise<FillOutcome> => callInPage(site, 'tesseraFill', code, kind);

/** What `fillPage` would come to with a code of so many characters; the page is not touched. */
export const seekField = (site: ActiveSite, length: number): Promise<FillOutcome> =>
  callInPage(site, 'tesseraSeek', '0'.repeat(length), 'code');
