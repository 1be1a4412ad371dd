import { parse } from 'tldts';

/**
 * The site that a host belongs to: its registrable domain by the public suffix list, private suffixes
 * (such as github.io) included, so that two of their users are two sites. An IP address or a single name
 * such as `localhost` is its own site. Null for what is only a suffix or no host.
 */
export function siteOf(host: string): string | null {
  const parts = parse(host, { allowPrivateDomains: true });
  if (!parts.hostname || parts.hostname === '') return null;
  if (parts.isIp || !parts.hostname.includes('.')) return parts.hostname;
  return parts.domain;
}
