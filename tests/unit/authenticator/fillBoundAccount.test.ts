import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fillMessages } from '../../../components/messages';
import {
  fillBoundAccount,
  type GestureResult,
} from '../../../lib/authenticator/fill/fillBoundAccount';
import { takePopupNotice } from '../../../lib/authenticator/state';
import { type FillTarget, pageAccess } from '../../../lib/platform';
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

const describe = (result: GestureResult) => fillMessages[result]();
const fillBound = (vault: SecureVault, target: FillTarget | null) =>
  fillBoundAccount({ vault, page: pageAccess, describe }, target);

beforeEach(async () => {
  page = { tesseraSeek: 'field', tesseraFill: 'field' };
  openPopup.mockReset().mockResolvedValue(undefined);
  executeScript.mockClear();
  Object.assign(browser.action, { openPopup, ...button });
  Object.assign(browser.scripting, { executeScript });
  await browser.storage.session.remove('fill/used');
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
      args: ['tesseraFill', expect.stringMatching(/^\d{6}$/), 'github.com', 'code', true, false],
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
  await fillBound(await boundTo('github.com', 'gitlab.com', 'gitlab.com'), site);
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

test.each(['refused', 'elsewhere', undefined])(
  'a page that does not hold the code afterwards (%s) uses up no code of a counter, and counts nothing',
  async (outcome) => {
    const { vault, counter } = await counted();
    page.tesseraFill = outcome ?? '';
    await fillBound(vault, gitHub);
    expect(await counter()).toBe(5);
    expect((await vault.list())[0]?.useCount).toBe(0);
    expect(openPopup).toHaveBeenCalledOnce();
    page.tesseraFill = 'boxes';
    await fillBound(vault, gitHub);
    expect(await counter()).toBe(6);
  },
);

test('a code that was filled in already in this time step is not filled in again without a word', async () => {
  const vault = await boundTo('github.com');
  await fillBound(vault, gitHub);
  expect(openPopup).not.toHaveBeenCalled();
  await fillBound(vault, gitHub);
  expect(await takePopupNotice()).toContain('filled in a moment ago');
  expect((await vault.list())[0]?.useCount).toBe(1);
});

test('a second account of the issuer that is linked nowhere yet makes the user choose', async () => {
  const vault = await boundTo('github.com');
  const [first] = await vault.list();
  await vault.add([{ ...draft(first?.issuer ?? ''), account: 'bo@example.com' }]);
  await fillBound(vault, gitHub);
  expect(await takePopupNotice()).toContain('Several accounts');
  expect(executeScript).not.toHaveBeenCalled();
});

test('a link to one host fills nothing on its siblings', async () => {
  const vault = await boundTo('www.tumblr.com', 'git.example.org', 'cloud.example.org');
  for (const host of ['evil.tumblr.com', 'shop.example.org']) {
    await fillBound(vault, { ...gitHub, host });
    expect(await takePopupNotice()).toContain('No account is bound');
  }
  expect(executeScript).not.toHaveBeenCalled();
  await fillBound(vault, { ...gitHub, host: 'git.example.org' });
  expect(executeScript).toHaveBeenCalled();
  expect(openPopup).toHaveBeenCalledTimes(2);
});

test('a vault without a passphrase fills nothing where an administrator requires one', async () => {
  const vault = await boundTo('github.com');
  const noPassphrase = vi.spyOn(vault, 'hasNoPassphrase').mockResolvedValue(true);
  await browser.storage.session.clear();
  Object.assign(browser.storage, {
    managed: { get: () => Promise.resolve({ requirePassphrase: true }) },
  });
  await fillBound(vault, gitHub);
  expect(noPassphrase).toHaveBeenCalled();
  expect(await takePopupNotice()).toContain('locked');
  expect(executeScript).not.toHaveBeenCalled();
  Reflect.deleteProperty(browser.storage, 'managed');
});

test('a frame of another host gets a code only with the permission for it', async () => {
  const vault = await boundTo('login.example');
  const contains = vi.fn(() => Promise.resolve(false));
  Object.assign(browser.permissions, { contains });
  const frame = {
    tab: 7,
    host: 'login.example',
    secure: true,
    frame: 3,
    origin: 'https://login.example',
  };
  await fillBound(vault, frame);
  expect(executeScript).not.toHaveBeenCalled();
  expect(await takePopupNotice()).toContain('comes from another host');
  contains.mockResolvedValue(true);
  await fillBound(vault, frame);
  expect(contains).toHaveBeenLastCalledWith({ origins: ['https://login.example/*'] });
  expect(executeScript).toHaveBeenLastCalledWith(
    expect.objectContaining({ target: { tabId: 7, frameIds: [3] } }),
  );
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
