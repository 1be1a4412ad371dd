import { browser } from 'wxt/browser';

/** The page in front, as far as the browser shows it to us. */
export interface ActiveSite {
  readonly tab: number;
  /** In ASCII (punycode) form. */
  readonly host: string;
}

/** `elsewhere`: the page went to another host meanwhile; `forbidden`: the browser guards this page. */
export type FillOutcome = 'field' | 'boxes' | 'none' | 'elsewhere' | 'forbidden';

const outcomes: ReadonlySet<unknown> = new Set(['field', 'boxes', 'none', 'elsewhere']);

const isOutcome = (value: unknown): value is FillOutcome => outcomes.has(value);

/** The site of a tab; null where it is none, or the user gave us no look at it. */
export function siteOfTab(
  tab: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined,
): ActiveSite | null {
  if (tab?.id === undefined || !tab.url || !URL.canParse(tab.url)) return null;
  const { protocol, hostname } = new URL(tab.url);
  return /^https?:$/.test(protocol) && hostname !== '' ? { tab: tab.id, host: hostname } : null;
}

/** The site in front, or null. */
export async function activeSite(): Promise<ActiveSite | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return siteOfTab(tab);
}

/** Calls back when another page may be in front, for a side panel that stays beside them. Answers its own end. */
export function watchActiveSite(listener: () => void): () => void {
  const { onActivated, onUpdated } = browser.tabs;
  onActivated.addListener(listener);
  onUpdated.addListener(listener);
  return () => {
    onActivated.removeListener(listener);
    onUpdated.removeListener(listener);
  };
}

/**
 * Puts a code of the moment, or a backup code, into the page of a tab, if it is still of that host. Needs a
 * user's gesture on that tab.
 */
export async function fillPage(
  { tab, host }: ActiveSite,
  code: string,
  kind: 'code' | 'backup' = 'code',
): Promise<FillOutcome> {
  const target = { tabId: tab };
  try {
    await browser.scripting.executeScript({ target, files: ['/fill.js'] });
    const [answer] = await browser.scripting.executeScript({
      target,
      args: [code, host, kind],
      // Runs in the page's isolated world, where fill.js left its function.
      func: (...given: [string, string, string]): unknown => {
        const fill: unknown = Reflect.get(globalThis, 'tesseraFill');
        return typeof fill === 'function' ? fill(...given) : 'none';
      },
    });
    return isOutcome(answer?.result) ? answer.result : 'none';
  } catch {
    return 'forbidden';
  }
}
