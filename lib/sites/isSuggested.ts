import { knownSites } from './knownSites';
import { linkFor } from './linkFor';
import { readHost } from './readHost';
import { siteOf } from './siteOf';

/** Returns the hosts that an issuer names: by the table of known issuers, or because the issuer is a host itself. */
function hostsOfIssuer(issuer: string): readonly string[] {
  const name = issuer.trim().toLowerCase();
  const known = knownSites.get(name);
  if (known) return known;
  const host = name.includes('.') ? readHost(name) : null;
  const site = host && siteOf(host);
  return site ? [site] : [];
}

/**
 * Whether to ask the user if an account of this issuer belongs to the host. They decide; nothing is linked. On a domain
 * that strangers share, only for the hosts that are known to be the issuer's own.
 */
export const isSuggested = (host: string, issuer: string): boolean =>
  linkFor(host, hostsOfIssuer(issuer)) !== null;
