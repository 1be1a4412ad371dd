import { siteOf } from './siteOf';

/**
 * Whether a host is of the same site as one of the hosts that the user bound to an account. Never by
 * likeness, by part of a name or by the page's title. Both in ASCII form, as `URL.hostname` gives them.
 */
export function belongsTo(host: string, bound: readonly string[]): boolean {
  const site = siteOf(host);
  return site !== null && bound.some((one) => siteOf(one) === site);
}
