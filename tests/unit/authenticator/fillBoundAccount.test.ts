import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fillMessages } from '../../../components/messages';
import {
  fillBoundAccount,
  type FillResult,
} from '../../../lib/authenticator/fill/fillBoundAccount';
import { takePopupNotice } from '../../../lib/authenticator/state';
import type { ActiveSite } from '../../../lib/platform';
import type { SecureVault } from '../../../lib/vault';
import { passphrase } from '../../support/popupWorld';
import { draft, vaultWorld } from '../../support/vaultWorld';

/** What the page answers to the script that seeks its field, and to that which fills. */
let page: { tesseraSeek: string; tesseraFill: string };
const openPopup = vi.fn(() => Promise.resolve());
const button = { setBadgeText: vi.fn(), setTitle: vi.fn() };
const executeScript = vi.fn(({ args }: { args?: [keyof typeof page, string] }) =>
  Promise.resolve([{ result: args && page[args[0]] }]),
);

const describe = (result: FillResult) => fillMessages[result]();
const fillBound = (vault: SecureVault, site: ActiveSite | null) =>
  fillBoundAccount({ vault, describe }, site);

beforeEach(async () => {
  page = { tesseraSeek: 'field', tesseraFill: 'field' };
  openPopup.mockReset().mockResolvedValue(undefined);
  executeScript.mockClear();
  Object.assign(browser.action, { openPopup, ...button });
  Object.assign(browser.scripting, { executeScript });
  await takePopupNotice();
  button.setBadgeText.mockClear();
});

/** An open vault with one account for each of these hosts. */
async function boundTo(...hosts: string[]) {
  const vault = (await vaultWorld()).open();
  await vault.create(passphrase);
  await vault.add(hosts.map((host) => Object.assign(draft(host), { hosts: [host] })));
  return vault;
}

/** The same with one account whose codes are counted. */
async function counted() {
  const vault = await boundTo();
  const { otp, ...rest } = draft('Counted');
  const [id = ''] = await vault.add([
    { ...rest, otp: { ...otp, kind: 'hotp', counter: 5 }, hosts: ['github.com'] },
  ]);
  return { vault, counter: async () => (await vault.get(id)).otp.counter };
}

const gitHub = { tab: 7, host: 'github.com', secure: true };

test('by key, the code of the one account of the site goes into its page, and the use is counted', async () => {
  const vault = await boundTo('github.com', 'gitlab.com');
  await fillBound(vault, gitHub);
  expect(openPopup).not.toHaveBeenCalled();
  expect(executeScript).toHaveBeenLastCalledWith(
    expect.objectContaining({
      target: { tabId: 7 },
      args: ['tesseraFill', expect.stringMatching(/^\d{6}$/), 'github.com', 'code', true],
    }),
  );
  const uses = (await vault.list()).map(({ hosts, useCount }) => [hosts[0], useCount]);
  expect(Object.fromEntries(uses)).toEqual({ 'github.com': 1, 'gitlab.com': 0 });
});

test.each([
  ['another site', { ...gitHub, host: 'github.com.attacker.net' }, 'No account is bound'],
  ['no site', null, "The browser doesn't let extensions"],
  ['the site without encryption', { ...gitHub, secure: false }, 'This page is not encrypted'],
  ['the site of several accounts', { ...gitHub, host: 'gitlab.com' }, 'Several accounts'],
])('on %s the popup opens instead and says why', async (_, site, words) => {
  await fillBound(await boundTo('github.com', 'gitlab.com', 'about.gitlab.com'), site);
  expect(executeScript).not.toHaveBeenCalled();
  expect(openPopup).toHaveBeenCalledOnce();
  expect(await takePopupNotice()).toContain(words);
  expect(await takePopupNotice()).toBeNull();
});

test('a locked vault says that it is to be opened first', async () => {
  const vault = await boundTo('github.com');
  await vault.lock();
  await fillBound(vault, gitHub);
  expect(openPopup).toHaveBeenCalledOnce();
  expect(await takePopupNotice()).toContain('locked');
});

test('a page without a field uses up no code of a counter, and the popup says so', async () => {
  const { vault, counter } = await counted();
  page.tesseraSeek = 'none';
  await fillBound(vault, gitHub);
  expect(await counter()).toBe(5);
  expect(await takePopupNotice()).toContain('No field for a code');
});

test('a code of a counter that the page did not get after all is shown in the popup', async () => {
  const { vault, counter } = await counted();
  page.tesseraFill = 'elsewhere';
  await fillBound(vault, gitHub);
  expect(await counter()).toBe(6);
  expect(await takePopupNotice()).toMatch(/used up.* \d{6}$/);
});

test('where the browser refuses the popup, its button is marked until the popup is opened', async () => {
  openPopup.mockRejectedValue(new Error('no gesture'));
  await fillBound(await boundTo(), gitHub);
  expect(button.setBadgeText).toHaveBeenLastCalledWith({ text: '!' });
  expect(button.setTitle).toHaveBeenLastCalledWith({
    title: expect.stringContaining('No account is bound') as string,
  });
  expect(await takePopupNotice()).toContain('No account is bound');
  expect(button.setBadgeText).toHaveBeenLastCalledWith({ text: '' });
});

test('the time of one mark is over: what was left to say since then stays', async () => {
  const vault = await boundTo();
  // The vault's database needs the others.
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  openPopup.mockRejectedValueOnce(new Error('no gesture'));
  await fillBound(vault, gitHub);
  await fillBound(vault, gitHub);
  await vi.advanceTimersByTimeAsync(60_000);
  vi.useRealTimers();
  expect(await takePopupNotice()).toContain('No account is bound');
});
