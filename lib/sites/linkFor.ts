import { isShared, siteOf } from './siteOf';

const covers = (link: string, host: string): boolean =>
  link === host || (host.endsWith(`.${link}`) && siteOf(link) !== null && !isShared(link));

/**
 * Returns the link of an account that holds for a host: the host itself, or the closest host above it, as a link is
 * good for its subdomains too. Never by likeness, by part of a name or by the page's title, and never for strangers on
 * a shared domain. Null where none holds. All in ASCII form, as `URL.hostname` gives them.
 */
export function linkFor(host: string, links: readonly string[]): string | null {
  const holding = links.filter((link) => covers(link, host));
  return holding.toSorted((a, b) => b.length - a.length)[0] ?? null;
}

/** Something with links to sites. */
export interface Linked {
  readonly hosts: readonly string[];
}

/** Returns those that a host belongs to by their closest links: an exact one wins over those of the hosts above. */
export function linkedTo<Item extends Linked>(host: string, items: readonly Item[]): Item[] {
  const links = items.map((item) => ({ item, link: linkFor(host, item.hosts) }));
  const closest = Math.max(0, ...links.map(({ link }) => link?.length ?? 0));
  return links
    .filter(({ link }) => link !== null && link.length === closest)
    .map(({ item }) => item);
}

/** Whether one of an account's links is to another host of the same site: the user is asked once. */
export function isSibling(host: string, links: readonly string[]): boolean {
  const site = siteOf(host);
  if (site === null || isShared(host) || linkFor(host, links) !== null) return false;
  return links.some((link) => !isShared(link) && siteOf(link) === site);
}

/** Returns the whole site that a link can be widened to; null where it is that already, or its domain is shared. */
export function wholeSite(link: string): string | null {
  const site = siteOf(link);
  return site === null || isShared(link) || site === link ? null : site;
}
