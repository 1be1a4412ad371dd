import { browser } from 'wxt/browser';
import { takeCode } from '../../components/stores/takeCode';
import { systemClock } from '../../lib/clock';
import { codeAt } from '../../lib/otp';
import { type ActiveSite, fillPage, readSettings } from '../../lib/platform';
import { belongsTo } from '../../lib/sites';
import type { SecureVault } from '../../lib/vault';

/**
 * Fills the code of the one account that is bound to the site. Where there is no site, or none that is secure, the
 * vault is locked or still needs the passphrase that an administrator requires, or no account or several are bound,
 * the popup opens instead, for the user to choose.
 */
export async function fillBound(vault: SecureVault, site: ActiveSite | null): Promise<void> {
  const { values, policy } = await readSettings();
  const open =
    (await vault.state()) === 'unlocked' && !(policy.requirePassphrase && (await vault.isFree()));
  const entries = site && open ? await vault.list() : [];
  const bound = entries.filter(({ hosts }) => site && belongsTo(site.host, hosts));
  const [entry] = bound;
  if (!site?.secure || !entry || bound.length > 1) await browser.action.openPopup();
  else {
    const clock = () => systemClock() + values.clockOffset;
    await fillPage(site, await takeCode({ vault, codeAt, clock }, entry));
  }
}
