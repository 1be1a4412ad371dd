import { browser } from 'wxt/browser';

/**
 * Returns the otpauth links of a frame. Runs in the page, so this function can't use anything else in this file.
 */
const linksHere = (): string[] =>
  [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
    .map((link) => link.getAttribute('href')?.trim() ?? '')
    .filter((href) => /^(web\+|ext\+)?otpauth(-migration)?:/i.test(href))
    .slice(0, 50);

/**
 * Returns the otpauth links on the active page. Some sites offer such a link to people who read the page on a
 * phone. Needs `activeTab`. Returns an empty list on pages that extensions can't script.
 */
export async function pageLinks(): Promise<readonly string[]> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return [];
  const target = { tabId: tab.id, allFrames: true };
  const frames = await browser.scripting.executeScript({ target, func: linksHere }).catch(() => []);
  const links = frames.flatMap(({ result }): unknown => result ?? []);
  return [...new Set(links.filter((link) => typeof link === 'string'))];
}
