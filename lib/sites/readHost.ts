import { siteOf } from './siteOf';

/**
 * Returns the host in an address or a host that a person typed, in ASCII and lower case. Null where there is none, for
 * addresses of other kinds (`file:`, `mailto:`), and for a suffix such as `co.uk`, which would stand for everybody's
 * sites.
 */
export function readHost(text: string): string | null {
  const typed = text.trim();
  if (typed === '' || /\s/.test(typed)) return null;
  const isWeb = /^https?:\/\//i.test(typed);
  // A host may carry a port; every other colon ends a scheme, or belongs to an IPv6 address.
  if (!isWeb && /^[a-z][a-z\d+.-]*:(?!\d+(?:[/?#]|$))/i.test(typed)) return null;
  const address = isWeb ? typed : `https://${typed}`;
  if (!URL.canParse(address)) return null;
  const host = new URL(address).hostname.replace(/\.$/, '');
  return siteOf(host) === null ? null : host;
}
