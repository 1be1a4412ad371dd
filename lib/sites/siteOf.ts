import { parse } from 'tldts';
import { sharedDomains } from './sharedDomains';

/**
 * Returns the site that a host belongs to: its registrable domain by the public suffix list, private suffixes (such as
 * github.io) included, so that two of their users are two sites. A host that shares its domain with strangers, a
 * private suffix itself, an IP address and a single name such as `localhost` are their own sites. Null for a suffix of
 * the domain name system alone (`co.uk`) and for what is no host.
 */
export function siteOf(host: string): string | null {
  const parts = parse(host, { allowPrivateDomains: true });
  if (!parts.hostname) return null;
  if (parts.isIp || !parts.hostname.includes('.')) return parts.hostname;
  if (parts.domain === null) return parts.isPrivate ? parts.hostname : null;
  return sharedDomains.has(parts.domain) ? parts.hostname : parts.domain;
}

/** Whether a host shares its domain with strangers: a link to it holds for this very host and can't be widened. */
export function isShared(host: string): boolean {
  const { domain, isPrivate, isIp } = parse(host, { allowPrivateDomains: true });
  // A single name may be a top-level domain; below `localhost` everything is this computer.
  if (isIp || !host.includes('.')) return host !== 'localhost';
  return domain === null ? isPrivate === true : sharedDomains.has(domain);
}
