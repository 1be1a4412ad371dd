import { recordUse } from './recordUse';
import { fillCodeOf, isFilled } from './fillCodeOf';
import { takeCode } from './takeCode';
import { systemClock } from '../../clock';
import { codeAt } from '../../otp';
import { type ActiveSite, type FillOutcome, fillPage, seekField } from '../../platform';
import { readSettings, queuePopupNotice } from '../state';
import { belongsTo } from '../../sites';
import type { SecureVault } from '../../vault';

/** The result of filling, or the reason why nothing was filled. */
export type FillResult = FillOutcome | 'locked' | 'unbound' | 'several' | 'insecure';

interface FillAttempt {
  readonly result: FillResult;
  /** The HOTP code whose counter was used up although the page didn't get it; otherwise null. */
  readonly spent: string | null;
}

const without = (result: FillResult): FillAttempt => ({ result, spent: null });

export interface FillBoundDeps {
  readonly vault: SecureVault;
  /** Returns what the user is told about a result. */
  readonly describe: (result: FillResult) => string;
}

async function fillOne(vault: SecureVault, site: ActiveSite | null): Promise<FillAttempt> {
  const { values, policy } = await readSettings();
  if (!site) return without('forbidden');
  const open =
    (await vault.state()) === 'unlocked' &&
    !(policy.requirePassphrase && (await vault.hasNoPassphrase()));
  if (!open) return without('locked');
  const bound = (await vault.list()).filter(({ hosts }) => belongsTo(site.host, hosts));
  const [entry] = bound;
  if (!entry) return without('unbound');
  if (bound.length > 1) return without('several');
  if (!site.secure) return without('insecure');
  const clock = () => systemClock() + values.clockOffset;
  const take = () => takeCode({ vault, codeAt, clock }, entry);
  const { outcome, spent } = await fillCodeOf({ seekField, fillPage, take }, site, entry);
  if (isFilled(outcome)) await recordUse(vault, systemClock, entry.id);
  return { result: outcome, spent };
}

/**
 * Fills the code of the one account that is bound to the site. Where there is no site, or none that is secure, the
 * vault is locked or still needs the passphrase that an administrator requires, no account or several are bound,
 * or the page has no field, the popup opens instead and says so, for the user to choose.
 */
export async function fillBoundAccount(
  { vault, describe }: FillBoundDeps,
  site: ActiveSite | null,
): Promise<void> {
  const { result, spent } = await fillOne(vault, site);
  if (!isFilled(result))
    await queuePopupNotice([describe(result), spent].filter(Boolean).join(' '), spent !== null);
}
