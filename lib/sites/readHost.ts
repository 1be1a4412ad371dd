import { siteOf } from './siteOf';

/**
 * The host in an address or a host that a person typed, in ASCII and lower case; null where there is none or
 * it is a public suffix alone, which would stand for everybody's sites.
 */
export function readHost(text: string): string | null {
  const typed = text.trim();
  if (typed === '' || /\s/.test(typed)) return null;
  const address = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(address)) return null;
  const host = new URL(address).hostname.replace(/\.$/, '');
  return siteOf(host) === null ? null : host;
}
