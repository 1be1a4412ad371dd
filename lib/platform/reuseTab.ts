import { browser } from 'wxt/browser';

/** The accounts or one account: places that can be left without losing unfinished work, such as an import. */
const ofAccounts = /^#\/accounts?(\/|$)/;

/**
 * Returns the location of the extension's page in a tab, or undefined if the tab shows a site. In Chromium, tabs
 * themselves don't tell their addresses without a permission.
 */
function pageIn(tabId: number): Location | undefined {
  const views: readonly unknown[] = browser.extension.getViews({ type: 'tab', tabId });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the API's types lack the page's own type
  return (views as readonly { location: Location }[])[0]?.location;
}

/**
 * Shows the accounts or one account in a tab of this window that shows either already, so that no tabs pile up.
 * Returns whether there is such a tab. `place` is the URL hash on the manage page.
 */
export async function reuseTab(place: `#/${string}`): Promise<boolean> {
  if (!ofAccounts.test(place)) return false;
  for (const { id } of await browser.tabs.query({ currentWindow: true })) {
    const page = id === undefined ? undefined : pageIn(id);
    if (page?.pathname !== '/manage.html' || !ofAccounts.test(page.hash)) continue;
    page.hash = place;
    await browser.tabs.update(id, { active: true });
    return true;
  }
  return false;
}
