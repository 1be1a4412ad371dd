import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { scannedSites, takePopupNotice, writePreferences } from '../../../lib/authenticator/state';
import { codeAt } from '../../../lib/otp';
import { draft } from '../../support/vaultWorld';

import {
  openPopup,
  button,
  executeScript,
  fillBound,
  boundTo,
  gitHub,
  resetBrowser,
} from './boundAccounts';

beforeEach(resetBrowser);

test('the shortcut fills the code for the corrected time', async () => {
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

test("two accounts without an issuer don't count as accounts of the same issuer", async () => {
  const vault = await boundTo('github.com');
  const [first] = await vault.list();
  await vault.update(first?.id ?? '', () => ({ issuer: '' }));
  await vault.add([{ ...draft(''), account: 'bo@example.com' }]);
  await fillBound(vault, gitHub);
  expect(openPopup).not.toHaveBeenCalled();
});

test('if another account was scanned on this host, the user must choose, whatever the issuer of that account', async () => {
  const vault = await boundTo('cloud.example');
  const [id = ''] = await vault.add([{ ...draft('Nextcloud'), account: 'bo@example.com' }]);
  await scannedSites.keep({ id, host: 'cloud.example' });
  await fillBound(vault, { ...gitHub, host: 'cloud.example' });
  expect(await takePopupNotice()).toContain('Several accounts');
  expect(executeScript).not.toHaveBeenCalled();
});

test("an account that is linked to one host isn't filled on sibling hosts", async () => {
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

test('fills nothing from a vault without a passphrase if policy requires a passphrase', async () => {
  const vault = await boundTo('github.com');
  const noPassphrase = vi.spyOn(vault, 'hasNoPassphrase').mockResolvedValue(true);
  await browser.storage.session.clear();
  await fakeBrowser.storage.managed.set({ requirePassphrase: true });
  await fillBound(vault, gitHub);
  expect(noPassphrase).toHaveBeenCalled();
  expect(await takePopupNotice()).toContain('locked');
  expect(executeScript).not.toHaveBeenCalled();
});

test('fills a frame of another host only with permission for that frame', async () => {
  const vault = await boundTo('login.example');
  const contains = vi.fn(() => Promise.resolve(false));
  Object.assign(browser.permissions, { contains });
  const frame = {
    tab: 7,
    host: 'login.example',
    secure: true,
    frame: 3,
    // Firefox rejects permissions that name a port.
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

test('if the browser refuses to open the popup, the toolbar button shows a badge until the popup is opened', async () => {
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
