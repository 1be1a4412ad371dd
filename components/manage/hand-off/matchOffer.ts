import type { BackupCodeOffer } from '../../../lib/authenticator/state';
import type { EntrySummary } from '../../../lib/vault';

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/**
 * Returns the accounts to which offered backup codes may belong, the likeliest first. The user makes the choice.
 */
export function matchOffer(
  entries: readonly EntrySummary[],
  { issuer, account }: BackupCodeOffer,
): readonly EntrySummary[] {
  const score = (entry: EntrySummary) =>
    (same(entry.issuer, issuer) ? 2 : 0) + (same(entry.account, account) ? 1 : 0);
  return entries.toSorted((a, b) => score(b) - score(a) || b.createdAt - a.createdAt);
}
