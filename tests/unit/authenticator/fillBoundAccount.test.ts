import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fillMessages } from '../../../components/messages';
import {
  fillBoundAccount,
  type GestureResult,
} from '../../../lib/authenticator/fill/fillBoundAccount';
import {
  saveScannedSite,
  takePopupNotice,
  writePreferences,
} from '../../../lib/authenticator/state';
import { codeAt } from '../../../lib/otp';
import { type FillTarget, pageAccess } from '../../../lib/platform';
import type { SecureVault } from '../../../lib/vault';
import { passphrase } from '../../support/popupWorld';
import { draft, vaultWorld } from '../../support/vaultWorld';

/** What the page returns to the scripts that seek its field and that fill it. */
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
  await browser.storage.session.remove(['fill/used', 'sites/scanned']);
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

/** The same with one account that has a counter. */
async function counted() {
  const vault = await boundTo();
  const { otp, ...rest } = draft('Counted');
  const [id = ''] = await vault.add([
    { ...rest, otp: { ...otp, kind: 'hotp', counter: 5 }, hosts: ['github.com'] },
  ]);
  return { vault, counter: async () => (await vault.get(id)).otp.counter };
}

const gitHub = { tab: 7, host: 'github.com', secure: true };

test("the shortcut fills the code of the site's only account, and counts the use", async () => {
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
  ['another site', { ...gitHub, host: 'github.com.attacker.net' }, 'No account is linked'],
  ['no site', null, "The browser doesn't let extensions"],
  ['the site without encryption', { ...gitHub, secure: false }, "This page isn't encrypted"],
  ['the site of several accounts', { ...gitHub, host: 'gitlab.com' }, 'Several accounts'],
])('on %s the popup opens with the reason', async (_, site, words) => {
  await fillBound(await boundTo('github.com', 'gitlab.com', 'gitlab.com'), site);
  expect(executeScript).not.toHaveBeenCalled();
  expect(openPopup).toHaveBeenCalledOnce();
  expect(await takePopupNotice()).toContain(words);
  expect(await takePopupNotice()).toBeNull();
});

test('says that a locked vault must be unlocked first', async () => {
  const vault = await boundTo('github.com');
  await vault.lock();
  await fillBound(vault, gitHub);
  expect(openPopup).toHaveBeenCalledOnce();
  expect(await takePopupNotice()).toContain('locked');
});

test('a page without a field uses up no counter code, and the popup says so', async () => {
  const { vault, counter } = await counted();
  page.tesseraSeek = 'none';
  await fillBound(vault, gitHub);
  expect(await counter()).toBe(5);
  expect(await takePopupNotice()).toContain('No field for a code');
});

test.each(['refused', 'elsewhere', undefined])(
  "a page that doesn't keep the code (%s) uses up no counter code, and counts no use",
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

test("doesn't silently fill a code again that was already filled in this time step", async () => {
  const vault = await boundTo('github.com');
  await fillBound(vault, gitHub);
  expect(openPopup).not.toHaveBeenCalled();
  await fillBound(vault, gitHub);
  expect(await takePopupNotice()).toContain('filled in a moment ago');
  expect((await vault.list())[0]?.useCount).toBe(1);
});

test('a second, unlinked account of the issuer makes the user choose', async () => {
  const vault = await boundTo('github.com');
  const [first] = await vault.list();
  await vault.add([{ ...draft(first?.issuer ?? ''), account: 'bo@example.com' }]);
  await fillBound(vault, gitHub);
  expect(await takePopupNotice()).toContain('Several accounts');
  expect(executeScript).not.toHaveBeenCalled();
});

test.each([
  ['a name of the same issuer in another case', 'shop.example', 'Better Shop', 'better shop '],
  ['the issuer that the host is known for', 'github.com', 'Work', 'GitHub'],
])('an unlinked account with %s makes the user choose', async (_, host, linked, issuer) => {
  const vault = await boundTo(host);
  const [first] = await vault.list();
  await vault.update(first?.id ?? '', () => ({ issuer: linked }));
  await vault.add([{ ...draft(issuer), account: 'bo@example.com' }]);
  await fillBound(vault, { ...gitHub, host });
  expect(await takePopupNotice()).toContain('Several accounts');
  expect(executeScript).not.toHaveBeenCalled();
});

test('fills the code of the corrected time', async () => {
  const vault = await boundTo('github.com');
  const hour = 3_600_000;
  await writePreferences({ clockOffset: 9 * hour });
  const [first] = await vault.list();
  const { otp } = await vault.get(first?.id ?? '');
  const codes = () => [-30_000, 0, 30_000].map((by) => codeAt(otp, Date.now() + 9 * hour + by));
  const before = codes();
  await fillBound(vault, gitHub);
  await writePreferences({ clockOffset: 0 });
  const filled = executeScript.mock.lastCall?.[0].args?.[1];
  expect([...before, ...codes()]).toContain(filled);
});

test('accounts without an issuer have none in common', async () => {
  const vault = await boundTo('github.com');
  const [first] = await vault.list();
  await vault.update(first?.id ?? '', () => ({ issuer: '' }));
  await vault.add([{ ...draft(''), account: 'bo@example.com' }]);
  await fillBound(vault, gitHub);
  expect(openPopup).not.toHaveBeenCalled();
});

test('an account that was scanned on this host makes the user choose, whatever its issuer', async () => {
  const vault = await boundTo('cloud.example');
  const [id = ''] = await vault.add([{ ...draft('Nextcloud'), account: 'bo@example.com' }]);
  await saveScannedSite({ id, host: 'cloud.example' });
  await fillBound(vault, { ...gitHub, host: 'cloud.example' });
  expect(await takePopupNotice()).toContain('Several accounts');
  expect(executeScript).not.toHaveBeenCalled();
});

test('a link to one host fills nothing on its siblings', async () => {
  const vault = await boundTo('www.tumblr.com', 'git.example.org', 'cloud.example.org');
  for (const host of ['evil.tumblr.com', 'shop.example.org']) {
    await fillBound(vault, { ...gitHub, host });
    expect(await takePopupNotice()).toContain('No account is linked');
  }
  expect(executeScript).not.toHaveBeenCalled();
  await fillBound(vault, { ...gitHub, host: 'git.example.org' });
  expect(executeScript).toHaveBeenCalled();
  expect(openPopup).toHaveBeenCalledTimes(2);
});

test('fills nothing from a vault without a passphrase if an administrator requires one', async () => {
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

test('fills a frame of another host only with the permission for it', async () => {
  const vault = await boundTo('login.example');
  const contains = vi.fn(() => Promise.resolve(false));
  Object.assign(browser.permissions, { contains });
  const frame = {
    tab: 7,
    host: 'login.example',
    secure: true,
    frame: 3,
    // Firefox rejects a permission that names a port.
    origin: 'https://login.example:8443',
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

test('marks the toolbar button until the popup is opened if the browser refuses the popup', async () => {
  openPopup.mockRejectedValue(new Error('no gesture'));
  await fillBound(await boundTo(), gitHub);
  expect(button.setBadgeText).toHaveBeenLastCalledWith({ text: '!' });
  expect(button.setTitle).toHaveBeenLastCalledWith({
    title: expect.stringContaining('No account is linked') as string,
  });
  expect(await takePopupNotice()).toContain('No account is linked');
  expect(button.setBadgeText).toHaveBeenLastCalledWith({ text: '' });
});

test("an expired badge doesn't clear a newer notice", async () => {
  const vault = await boundTo();
  // The vault's database needs the real timers.
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  openPopup.mockRejectedValueOnce(new Error('no gesture'));
  await fillBound(vault, gitHub);
  await fillBound(vault, gitHub);
  await vi.advanceTimersByTimeAsync(60_000);
  vi.useRealTimers();
  expect(await takePopupNotice()).toContain('No account is linked');
});
