import { beforeEach, expect, test } from 'vitest';
import { takePopupNotice } from '../../../lib/authenticator/state';
import { draft } from '../../support/vaultWorld';

import {
  page,
  openPopup,
  executeScript,
  fillBound,
  boundTo,
  counted,
  gitHub,
  resetBrowser,
} from './boundAccounts';

beforeEach(resetBrowser);

test("the shortcut fills the code of the site's only account and records the use", async () => {
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
  [
    'a site that imitates the linked site',
    { ...gitHub, host: 'github.com.attacker.net' },
    'No account is linked',
  ],
  ['a page that is not a web site', null, "The browser doesn't let extensions"],
  ['the linked site without encryption', { ...gitHub, secure: false }, "This page isn't encrypted"],
  ['a site with several linked accounts', { ...gitHub, host: 'gitlab.com' }, 'Several accounts'],
])('on %s, the shortcut opens the popup with the reason', async (_, site, words) => {
  await fillBound(await boundTo('github.com', 'gitlab.com', 'gitlab.com'), site);
  expect(executeScript).not.toHaveBeenCalled();
  expect(openPopup).toHaveBeenCalledOnce();
  expect(await takePopupNotice()).toContain(words);
  expect(await takePopupNotice()).toBeNull();
});

test('with a locked vault, the shortcut opens the popup, which asks the user to unlock', async () => {
  const vault = await boundTo('github.com');
  await vault.lock();
  await fillBound(vault, gitHub);
  expect(openPopup).toHaveBeenCalledOnce();
  expect(await takePopupNotice()).toContain('locked');
});

test('on a page without a field, the shortcut uses up no HOTP code, and the popup gives the reason', async () => {
  const { vault, counter } = await counted();
  page.tesseraSeek = 'none';
  await fillBound(vault, gitHub);
  expect(await counter()).toBe(5);
  expect(await takePopupNotice()).toContain('No field for a code');
});

test.each(['refused', 'elsewhere', undefined])(
  "a page that doesn't keep the code (%s) uses up no HOTP code, and no use is recorded",
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

test("the shortcut doesn't fill a code a second time in the same time step", async () => {
  const vault = await boundTo('github.com');
  await fillBound(vault, gitHub);
  expect(openPopup).not.toHaveBeenCalled();
  await fillBound(vault, gitHub);
  expect(await takePopupNotice()).toContain('filled in a moment ago');
  expect((await vault.list())[0]?.useCount).toBe(1);
});

test("if the issuer has a second account that isn't linked, the user must choose", async () => {
  const vault = await boundTo('github.com');
  const [first] = await vault.list();
  await vault.add([{ ...draft(first?.issuer ?? ''), account: 'bo@example.com' }]);
  await fillBound(vault, gitHub);
  expect(await takePopupNotice()).toContain('Several accounts');
  expect(executeScript).not.toHaveBeenCalled();
});

test.each([
  ['the name of the same issuer in another case', 'shop.example', 'Better Shop', 'better shop '],
  ['the issuer that the host is known for', 'github.com', 'Work', 'GitHub'],
])('if an unlinked account has %s, the user must choose', async (_, host, linked, issuer) => {
  const vault = await boundTo(host);
  const [first] = await vault.list();
  await vault.update(first?.id ?? '', () => ({ issuer: linked }));
  await vault.add([{ ...draft(issuer), account: 'bo@example.com' }]);
  await fillBound(vault, { ...gitHub, host });
  expect(await takePopupNotice()).toContain('Several accounts');
  expect(executeScript).not.toHaveBeenCalled();
});
