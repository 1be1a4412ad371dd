import { knownSites } from './knownSites';
import { linkFor } from './linkFor';
import { readHost } from './readHost';
import { siteOf } from './siteOf';

/** Returns the hosts of an issuer: from the table of known issuers, or the issuer itself if it is a host. */
function hostsOfIssuer(issuer: string): readonly string[] {
  const name = issuer.trim().toLowerCase();
  const known = knownSites.get(name);
  if (known) return known;
  const host = name.includes('.') ? readHost(name) : null;
  const site = host && siteOf(host);
  return site ? [site] : [];
}

/**
 * Whether to ask the user if an account of this issuer belongs to the host. Nothing is linked without the user's
 * consent. On a shared domain, only the hosts in the table of known issuers are suggested.
 */
export const isSuggested = (host: string, issuer: string): boolean =>
  linkFor(host, hostsOfIssuer(issuer)) !== null;
