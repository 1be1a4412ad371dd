import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fillBound } from '../../../entrypoints/shared/fillBound';
import { passphrase } from '../../support/popupWorld';
import { draft, vaultWorld } from '../../support/vaultWorld';

const openPopup = vi.fn(() => Promise.resolve());
const executeScript = vi.fn(() => Promise.resolve([{ result: 'field' }]));
beforeEach(() => {
  openPopup.mockClear();
  executeScript.mockClear();
  Object.assign(browser.action, { openPopup });
  Object.assign(browser.scripting, { executeScript });
});

/** An open vault with one account for each of these hosts. */
async function boundTo(...hosts: string[]) {
  const vault = (await vaultWorld()).open();
  await vault.create(passphrase);
  await vault.add(hosts.map((host) => Object.assign(draft(host), { hosts: [host] })));
  return vault;
}

const gitHub = { tab: 7, host: 'github.com', secure: true };

test('by key, the code of the one account of the site goes into its page', async () => {
  await fillBound(await boundTo('github.com', 'gitlab.com'), gitHub);
  expect(openPopup).not.toHaveBeenCalled();
  expect(executeScript).toHaveBeenLastCalledWith(
    expect.objectContaining({
      target: { tabId: 7 },
      args: [expect.stringMatching(/^\d{6}$/), 'github.com', 'code', true],
    }),
  );
});

test.each([
  ['another site', { ...gitHub, host: 'github.com.attacker.net' }],
  ['no site', null],
  ['the site without encryption', { ...gitHub, secure: false }],
])('on %s the popup opens instead', async (_, site) => {
  await fillBound(await boundTo('github.com'), site);
  expect(executeScript).not.toHaveBeenCalled();
  expect(openPopup).toHaveBeenCalledOnce();
});
