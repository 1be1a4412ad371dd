import { parse } from 'tldts';
import { sharedDomains } from './sharedDomains';

/**
 * Returns the site of a host: its registrable domain by the public suffix list. Users of a private suffix such as
 * github.io have separate sites. A host on a shared domain, a private suffix itself, an IP address and a single
 * name such as `localhost` are sites of their own. Returns null for a suffix of the domain name system (`co.uk`)
 * and for invalid hosts.
 */
export function siteOf(host: string): string | null {
  const parts = parse(host, { allowPrivateDomains: true });
  if (!parts.hostname) return null;
  if (parts.isIp || !parts.hostname.includes('.')) return parts.hostname;
  if (parts.domain === null) return parts.isPrivate ? parts.hostname : null;
  return sharedDomains.has(parts.domain) ? parts.hostname : parts.domain;
}

/**
 * Whether different customers share the host's domain. A link to a host on a shared domain matches that host only
 * and can't be widened.
 */
export function isShared(host: string): boolean {
  const { domain, isPrivate, isIp } = parse(host, { allowPrivateDomains: true });
  // A single name may be a top-level domain. Names under `localhost` belong to this computer.
  if (isIp || !host.includes('.')) return host !== 'localhost';
  return domain === null ? isPrivate === true : sharedDomains.has(domain);
}
