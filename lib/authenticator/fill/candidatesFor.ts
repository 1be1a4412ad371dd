import type { EntrySummary } from '../../vault';

/** The rules of lib/sites by which an account matches a host. */
export interface SiteRules {
  readonly linkedTo: <Item extends Pick<EntrySummary, 'hosts'>>(
    host: string,
    items: readonly Item[],
  ) => Item[];
  readonly isSuggested: (host: string, issuer: string) => boolean;
}

/** Hosts and accounts that the user declined to link. */
export interface Declined {
  readonly id: string;
  readonly host: string;
}

const issuerOf = ({ issuer }: Pick<EntrySummary, 'issuer'>): string => issuer.trim().toLowerCase();

/**
 * Returns the accounts that may be meant on a host: those with the closest links, and unlinked ones of the same issuer,
 * such as a second account that was just added. Excludes declined ones.
 */
export function candidatesFor(
  host: string,
  entries: readonly EntrySummary[],
  { rules, declined }: { readonly rules: SiteRules; readonly declined: readonly Declined[] },
): { readonly linked: readonly EntrySummary[]; readonly possible: readonly EntrySummary[] } {
  const linked = rules.linkedTo(host, entries);
  const issuers = new Set(linked.map(issuerOf).filter((issuer) => issuer !== ''));
  const isDeclined = ({ id }: EntrySummary) =>
    declined.some(
      (one) => one.id === id && rules.linkedTo(host, [{ hosts: [one.host] }]).length > 0,
    );
  const possible = entries.filter(
    (entry) =>
      entry.hosts.length === 0 &&
      (issuers.has(issuerOf(entry)) || rules.isSuggested(host, entry.issuer)) &&
      !isDeclined(entry),
  );
  return { linked, possible };
}
