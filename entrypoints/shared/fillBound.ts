import { browser } from 'wxt/browser';
import { systemClock } from '../../lib/clock';
import { codeAt } from '../../lib/otp';
import { type ActiveSite, fillPage, readSettings } from '../../lib/platform';
import { belongsTo } from '../../lib/sites';
import type { Vault } from '../../lib/vault';

/** The code of an account now; for HOTP the next counter is saved first. */
async function takeCode(vault: Vault, id: string): Promise<string> {
  const { clockOffset } = (await readSettings()).values;
  const now = systemClock() + clockOffset;
  const { otp } = await vault.get(id);
  if (otp.kind !== 'hotp') return codeAt(otp, now);
  let code = '';
  await vault.update(id, (entry) => {
    code = codeAt(entry.otp, now);
    return { otp: { ...entry.otp, counter: entry.otp.counter + 1 } };
  });
  return code;
}

/**
 * Fills the code of the one account that is bound to the site. Where there is no site, the vault is locked, or no
 * account or several are bound, the popup opens instead, for the user to choose.
 */
export async function fillBound(vault: Vault, site: ActiveSite | null): Promise<void> {
  const open = (await vault.state()) === 'unlocked';
  const entries = site && open ? await vault.list() : [];
  const bound = entries.filter(({ hosts }) => site && belongsTo(site.host, hosts));
  const [entry] = bound;
  if (!site || !entry || bound.length > 1) await browser.action.openPopup();
  else await fillPage(site, await takeCode(vault, entry.id));
}
