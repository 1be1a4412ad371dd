import { createSiteStore } from '../../../components/stores/createSiteStore';
import { type ActiveSite } from '../../../lib/platform';
import { declinedSites, scannedSites, usedCodes } from '../../../lib/authenticator/state';
import type { PageAccess } from '../../../lib/authenticator/fill';
import { systemClock } from '../../../lib/clock';
import { passphrase, popupWorld } from '../../support/popupWorld';
import { draft } from '../../support/vaultWorld';

export const at = (host: string): ActiveSite => ({ tab: 1, host, secure: true });

/** Opens a side panel beside a page, with a vault that contains GitHub (linked) and GitLab (not linked). */
export async function beside(first: ActiveSite | null) {
  const { vault, parts } = await popupWorld();
  await parts.vaultStore.create(passphrase);
  const [gitHub, gitLab] = await vault.add([
    { ...draft('GitHub'), hosts: ['github.com'] },
    draft('GitLab'),
  ]);
  let here = first;
  const listeners = new Set<() => void>();
  const filled: string[] = [];
  const page: PageAccess = {
    seekField: () => Promise.resolve('field'),
    fillPage: ({ host }, code, kind) => {
      filled.push(`${host} ${code} ${kind}`);
      return Promise.resolve('field');
    },
    foreignFrames: () => Promise.resolve([]),
    findFrame: () => Promise.resolve(null),
    hasAccess: () => Promise.resolve(false),
  };
  const open = () =>
    createSiteStore({
      accounts: parts.accounts,
      vault,
      site: () => Promise.resolve(here),
      follow: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      matcher: () => import('../../../lib/sites'),
      clock: systemClock,
      used: usedCodes,
      askAccess: () => Promise.resolve(true),
      declined: declinedSites,
      scanned: scannedSites,
      page,
    });
  return {
    store: open(),
    /** Creates the store as if the popup was opened again. */
    open,
    vault,
    gitHub,
    gitLab,
    filled,
    ofSite: () => [...parts.accounts.ofSite.value],
    /** Activates another page. */
    goTo: (site: ActiveSite | null) => {
      here = site;
      for (const listener of listeners) listener();
    },
  };
}
