import type { EntrySummary } from '../../vault';
import type { SiteNote } from '../state';

/** The rules of lib/sites, which decide whether an account matches a host. */
export interface SiteRules {
  readonly linkedTo: <Item extends Pick<EntrySummary, 'hosts'>>(
    host: string,
    items: readonly Item[],
  ) => Item[];
  readonly isSuggested: (host: string, issuer: string) => boolean;
}

/** Sites where the user declined to link accounts, and sites where the user scanned their QR codes. */
export interface SiteNotes {
  /** Accounts that the user declined to link to a site. */
  readonly declined: readonly SiteNote[];
  /** Accounts with the site where their QR code was scanned. */
  readonly scanned: readonly SiteNote[];
}

const issuerOf = ({ issuer }: Pick<EntrySummary, 'issuer'>): string => issuer.trim().toLowerCase();

/**
 * Returns the accounts that may belong to a host. `linked` are the accounts with the closest links. `possible`
 * are accounts scanned on the host, and unlinked accounts of a matching issuer, such as a newly added account.
 * Accounts that the user declined to link aren't possible.
 */
export function candidatesFor(
  host: string,
  entries: readonly EntrySummary[],
  { rules, declined, scanned }: SiteNotes & { readonly rules: SiteRules },
): { readonly linked: readonly EntrySummary[]; readonly possible: readonly EntrySummary[] } {
  const linked = rules.linkedTo(host, entries);
  const issuers = new Set(linked.map(issuerOf).filter((issuer) => issuer !== ''));
  const isIn = (notes: readonly SiteNote[], { id }: EntrySummary) =>
    notes.some((one) => one.id === id && rules.linkedTo(host, [{ hosts: [one.host] }]).length > 0);
  const mayBelong = (entry: EntrySummary) =>
    isIn(scanned, entry) ||
    (entry.hosts.length === 0 &&
      (issuers.has(issuerOf(entry)) || rules.isSuggested(host, entry.issuer)));
  const possible = entries.filter(
    (entry) => !linked.includes(entry) && mayBelong(entry) && !isIn(declined, entry),
  );
  return { linked, possible };
}
