import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { reuseTab } from '../../../lib/platform';

const update = vi.fn(() => Promise.resolve());

/** Sets the extension's pages in the tabs of this window. An empty text is a tab of a site. Returns the locations. */
function openTabs(...pages: readonly string[]): readonly URL[] {
  const locations = pages.map((page) => new URL(page, 'chrome-extension://tessera/'));
  const getViews = ({ tabId }: { tabId: number }) =>
    pages[tabId] === '' ? [] : [{ location: locations[tabId] }];
  const query = () => Promise.resolve(pages.map((_, id) => ({ id })));
  Object.assign(fakeBrowser.tabs, { query, update });
  Object.assign(fakeBrowser.extension, { getViews });
  return locations;
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.clearAllMocks();
});

test.each([
  ['#/accounts', '#/account/b'],
  ['#/account/a', '#/account/b/qr'],
  ['#/account/a/qr', '#/accounts'],
] as const)('a tab at %s shows %s', async (before, place) => {
  const locations = openTabs('', 'popup.html', `manage.html${before}`);
  expect(await reuseTab(place)).toBe(true);
  expect(locations[2]?.hash).toBe(place);
  expect(update).toHaveBeenCalledExactlyOnceWith(2, { active: true });
});

test.each([
  ['an import', 'manage.html#/import', '#/accounts'],
  ['a new account', 'manage.html#/add', '#/account/a'],
  ['the demo service', 'options.html#/accounts', '#/accounts'],
  ['the accounts, while another section is opened', 'manage.html#/accounts', '#/security'],
] as const)('a tab with %s stays as it is', async (_, page, place) => {
  const locations = openTabs('', page);
  const before = locations[1]?.href;
  expect(await reuseTab(place)).toBe(false);
  expect(locations[1]?.href).toBe(before);
  expect(update).not.toHaveBeenCalled();
});
