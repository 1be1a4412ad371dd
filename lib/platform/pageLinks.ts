import { browser } from 'wxt/browser';

/** Runs in the page, in every frame of it, so it may use nothing of this file. */
const linksHere = (): string[] =>
  [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
    .map((link) => link.getAttribute('href')?.trim() ?? '')
    .filter((href) => /^(web\+|ext\+)?otpauth(-migration)?:/i.test(href))
    .slice(0, 50);

/**
 * The otpauth links on the page in front: some sites have one for those who read the page on a phone. Needs
 * the permission that a click on the extension gives. Answers nothing where the page may not be looked at.
 */
export async function pageLinks(): Promise<readonly string[]> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return [];
  const target = { tabId: tab.id, allFrames: true };
  const frames = await browser.scripting.executeScript({ target, func: linksHere }).catch(() => []);
  const links = frames.flatMap(({ result }): unknown => result ?? []);
  return [...new Set(links.filter((link) => typeof link === 'string'))];
}
