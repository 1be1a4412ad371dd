import { systemClock } from '../../clock';
import type { FillTarget } from '../../platform';
import { isSuggested, linkedTo, linkFor } from '../../sites';
import type { SecureVault } from '../../vault';
import {
  declinedSites,
  lastSettings,
  queuePopupNotice,
  readSettings,
  scannedSites,
  usedCodes,
} from '../state';
import { candidatesFor } from './candidatesFor';
import { fillAccount, type FillResult, isFilled, type PageAccess } from './fillAccount';

/** The result of filling, or why no code was filled. */
export type GestureResult = FillResult | 'locked' | 'unbound' | 'several' | 'insecure';

export interface FillBoundDeps {
  readonly vault: SecureVault;
  readonly page: PageAccess;
  /** Returns the message that the user sees for a result. */
  readonly describe: (result: GestureResult) => string;
}

async function fillOne(
  { vault, page }: FillBoundDeps,
  target: FillTarget | null,
): Promise<GestureResult> {
  if (!target) return 'forbidden';
  const isOpen =
    (await vault.state()) === 'unlocked' &&
    !((await vault.hasNoPassphrase()) && (await readSettings()).policy.requirePassphrase);
  if (!isOpen) return 'locked';
  const rules = { linkedTo, isSuggested };
  const notes = { declined: await declinedSites.read(), scanned: await scannedSites.read() };
  const entries = await vault.list();
  const { linked, possible } = candidatesFor(target.host, entries, { rules, ...notes });
  const [entry] = linked;
  if (!entry) return 'unbound';
  if (linked.length + possible.length > 1) return 'several';
  if (!target.secure) return 'insecure';
  if (target.origin !== undefined && !(await page.hasAccess(target.origin))) return 'frame';
  const { clockOffset } = (await lastSettings()).values;
  const clock = () => systemClock() + clockOffset;
  const deps = { page, vault, clock, used: usedCodes, linkFor };
  return (await fillAccount(deps, { target, entry })).result;
}

/**
 * Fills the code of the only account that matches the site. If no code can be filled, opens the popup with the
 * reason, for example that the vault is locked or that several accounts match.
 */
export async function fillBoundAccount(
  deps: FillBoundDeps,
  target: FillTarget | null,
): Promise<void> {
  const result = await fillOne(deps, target);
  if (!isFilled(result)) await queuePopupNotice(deps.describe(result));
}
