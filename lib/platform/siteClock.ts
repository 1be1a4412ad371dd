import { browser } from 'wxt/browser';
import type { ActiveSite } from './activeSite';

/**
 * Half a second, in milliseconds. A Date header has only whole seconds, so on average it is half a second behind.
 */
const lost = 500;

interface SiteDate {
  readonly date: string | null;
  readonly asked: number;
  readonly answered: number;
}

const isSiteDate = (value: unknown): value is SiteDate =>
  typeof value === 'object' && value !== null && 'date' in value && 'asked' in value;

/**
 * Measures how far the clock of the active site is ahead of this machine's, in milliseconds. Reads the Date
 * header of the site's page, and returns null if the header is missing. The page itself makes the request, to its
 * own server.
 */
export async function measureSiteClockOffset({ tab }: ActiveSite): Promise<number | null> {
  const [frame] = await browser.scripting.executeScript({
    target: { tabId: tab },
    func: async (): Promise<SiteDate> => {
      const asked = Date.now();
      const response = await fetch(location.href, { method: 'HEAD', cache: 'no-store' });
      return { date: response.headers.get('date'), asked, answered: Date.now() };
    },
  });
  const result: unknown = frame?.result;
  if (!isSiteDate(result) || result.date === null) return null;
  return offsetFrom(result.date, result.asked, result.answered);
}

/**
 * Computes the offset from a Date header and the machine's times before and after the request. All times are in
 * milliseconds.
 */
export function offsetFrom(date: string, asked: number, answered: number): number | null {
  const time = Date.parse(date);
  return Number.isNaN(time) ? null : time + lost - (asked + answered) / 2;
}
