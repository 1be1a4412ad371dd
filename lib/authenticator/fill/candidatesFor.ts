import type { EntrySummary } from '../../vault';

/** The rules of lib/sites by which an account belongs to a host. */
export interface SiteRules {
  readonly linkedTo: <Item extends Pick<EntrySummary, 'hosts'>>(
    host: string,
    items: readonly Item[],
  ) => Item[];
  readonly isSuggested: (host: string, issuer: string) => boolean;
}

/** What the user said belongs to no such site. */
export interface Declined {
  readonly id: string;
  readonly host: string;
}

const issuerOf = ({ issuer }: Pick<EntrySummary, 'issuer'>): string => issuer.trim().toLowerCase();

/**
 * Returns the accounts that could be meant on a host: those linked most closely, and those that are linked nowhere yet
 * but are of the same issuer, as a second account that was just added. The user said of neither that it doesn't belong.
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
