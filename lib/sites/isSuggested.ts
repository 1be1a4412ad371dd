import { knownSites } from './knownSites';
import { readHost } from './readHost';
import { siteOf } from './siteOf';

/** The site that an issuer names: by the table of known issuers, or because the issuer is a host itself. */
function siteOfIssuer(issuer: string): string | null {
  const name = issuer.trim().toLowerCase();
  const known = Object.hasOwn(knownSites, name) ? knownSites[name] : undefined;
  if (known) return known;
  const host = name.includes('.') ? readHost(name) : null;
  return host && siteOf(host);
}

/** Whether to ask the user if an account of this issuer belongs to the host. They decide; nothing is bound. */
export function isSuggested(host: string, issuer: string): boolean {
  const site = siteOf(host);
  return site !== null && site === siteOfIssuer(issuer);
}
