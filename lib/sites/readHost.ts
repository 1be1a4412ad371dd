import { siteOf } from './siteOf';

/**
 * Returns the host of an address, or of a host that a person typed, in ASCII and lower case. Returns null if the
 * text has no host, for addresses of other schemes (`file:`, `mailto:`), and for a public suffix such as `co.uk`,
 * which would match everybody's sites.
 */
export function readHost(text: string): string | null {
  const typed = text.trim();
  if (typed === '' || /\s/.test(typed)) return null;
  const isWeb = /^https?:\/\//i.test(typed);
  // A host may have a port. Any other colon ends a scheme or belongs to an IPv6 address.
  if (!isWeb && /^[a-z][a-z\d+.-]*:(?!\d+(?:[/?#]|$))/i.test(typed)) return null;
  const address = isWeb ? typed : `https://${typed}`;
  if (!URL.canParse(address)) return null;
  const host = new URL(address).hostname.replace(/\.$/, '');
  return siteOf(host) === null ? null : host;
}
