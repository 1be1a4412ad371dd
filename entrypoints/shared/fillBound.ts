import { type FillWord, fillWords } from '../../components/popup/fillWords';
import { countUse } from '../../components/stores/countUse';
import { fillCodeOf, isFilled } from '../../components/stores/fillCodeOf';
import { takeCode } from '../../components/stores/takeCode';
import { systemClock } from '../../lib/clock';
import { codeAt } from '../../lib/otp';
import {
  type ActiveSite,
  fillPage,
  readSettings,
  seekField,
  tellInPopup,
} from '../../lib/platform';
import { belongsTo } from '../../lib/sites';
import type { SecureVault } from '../../lib/vault';

/** How it ended, and the code that was used up for nothing, or null. */
interface Ending {
  readonly word: FillWord;
  readonly spent: string | null;
}

const without = (word: FillWord): Ending => ({ word, spent: null });

async function fillOne(vault: SecureVault, site: ActiveSite | null): Promise<Ending> {
  const { values, policy } = await readSettings();
  if (!site) return without('forbidden');
  const open =
    (await vault.state()) === 'unlocked' && !(policy.requirePassphrase && (await vault.isFree()));
  if (!open) return without('locked');
  const bound = (await vault.list()).filter(({ hosts }) => belongsTo(site.host, hosts));
  const [entry] = bound;
  if (!entry) return without('unbound');
  if (bound.length > 1) return without('several');
  if (!site.secure) return without('insecure');
  const clock = () => systemClock() + values.clockOffset;
  const take = () => takeCode({ vault, codeAt, clock }, entry);
  const { outcome, spent } = await fillCodeOf({ seekField, fillPage, take }, site, entry);
  if (isFilled(outcome)) await countUse(vault, systemClock, entry.id);
  return { word: outcome, spent };
}

/**
 * Fills the code of the one account that is bound to the site. Where there is no site, or none that is secure, the
 * vault is locked or still needs the passphrase that an administrator requires, no account or several are bound,
 * or the page has no field, the popup opens instead and says so, for the user to choose.
 */
export async function fillBound(vault: SecureVault, site: ActiveSite | null): Promise<void> {
  const { word, spent } = await fillOne(vault, site);
  if (!isFilled(word))
    await tellInPopup([fillWords[word](), spent].filter(Boolean).join(' '), spent !== null);
}
