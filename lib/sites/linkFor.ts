import { isShared, siteOf } from './siteOf';

const covers = (link: string, host: string): boolean =>
  link === host || (host.endsWith(`.${link}`) && siteOf(link) !== null && !isShared(link));

/**
 * Returns the link of an account that matches a host: a link to the host itself or to its closest parent, because
 * a link includes subdomains. Returns null if no link matches. Never matches by similarity, by part of a name, by
 * page title, or across users of a shared domain. The host and the links are in ASCII form, as in `URL.hostname`.
 */
export function linkFor(host: string, links: readonly string[]): string | null {
  const holding = links.filter((link) => covers(link, host));
  return holding.toSorted((a, b) => b.length - a.length)[0] ?? null;
}

/** An item with links to sites. */
export interface Linked {
  readonly hosts: readonly string[];
}

/**
 * Returns the items whose links match a host most closely: a link to the host itself wins over a link to a parent
 * host.
 */
export function linkedTo<Item extends Linked>(host: string, items: readonly Item[]): Item[] {
  const links = items.map((item) => ({ item, link: linkFor(host, item.hosts) }));
  const closest = Math.max(0, ...links.map(({ link }) => link?.length ?? 0));
  return links
    .filter(({ link }) => link !== null && link.length === closest)
    .map(({ item }) => item);
}

/** Whether no link matches the host, but one of the links names another host of the same site. */
export function isSibling(host: string, links: readonly string[]): boolean {
  const site = siteOf(host);
  // Every host of a shared domain is a site of its own.
  if (site === null || linkFor(host, links) !== null) return false;
  return links.some((link) => siteOf(link) === site);
}

/**
 * Returns the site to which a link can be widened. Returns null if the link already is the site, or if its domain
 * is shared.
 */
export function wholeSite(link: string): string | null {
  const site = siteOf(link);
  return site === link ? null : site;
}
