import { expect } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { addAccounts, key } from './addAccounts';
import { test } from './desktop';
import { hands } from './hands';
import { recentCodes } from './oathtool';
import { phishingHosts } from '../unit/sites/phishing';
import { openHost } from './openHost';
import { painted } from './painted';
import { patience } from './patience';
import { field, inShadow } from './pages/formParts';
import { codePages, shownCodes } from './pages/codePages';

const form = `<form action="/submitted"><label>Verification code <input id="code" name="otp"></label></form>`;

const valueOf = (page: Page, selector = '#code') =>
  page.$eval(selector, (input) => (input as HTMLInputElement).value);

const filled = (page: Page, timeout = patience) =>
  expect.poll(() => valueOf(page), { timeout }).toMatch(/^\d{6}$/);

const step = () => Math.floor(Date.now() / 30_000);

/** Waits for the next code, because a code is filled in only once. */
async function nextCode(): Promise<void> {
  const before = step();
  await expect.poll(step).toBeGreaterThan(before);
}

test("fills codes from the popup, by shortcut and by the field's menu, and saves and fills backup codes", async ({
  desktop,
}) => {
  test.slow();
  const { browser, openPopup, closePopup, popupGone, press, chooseFromEnd } = desktop;
  await addAccounts(desktop, [{ issuer: 'GitHub' }]);
  const page = await openHost(browser, form);

  await page.goto('https://github.com/login');
  const first = hands(await openPopup());
  await first.see('Does GitHub · ada@example.com belong to github.com?');
  await first.click('Yes, it does');
  await first.click('Fill in the code for GitHub');
  await filled(page);
  expect(recentCodes(key)).toContain(await valueOf(page));
  // Until the popup closes, it would receive the next key press.
  await popupGone();

  await nextCode();
  await page.goto('https://gist.github.com/');
  await press('alt+0');
  await filled(page);

  await nextCode();
  await page.goto('https://github.com/again');
  const openMenu = () => page.click('#code', { button: 'right' });
  await chooseFromEnd(openMenu, 2, () => filled(page, patience / 3));

  await nextCode();
  await page.goto('https://gitlab.com/login');
  const elsewhere = hands(await openPopup());
  await elsewhere.click('More actions for GitHub');
  await elsewhere.click('Fill in on this page', 'menuitem');
  await elsewhere.see("isn't linked to this site");
  await elsewhere.see('gitlab.com');
  expect(await valueOf(page)).toBe('');
  await elsewhere.see('GitHub is linked to: github.com');
  await elsewhere.click('Fill in once on gitlab.com');
  await filled(page);

  const list = await openHost(browser, codePages[0]?.body ?? '');
  await list.goto('https://github.com/settings');
  const grab = hands(await openPopup());
  await grab.click('More actions for GitHub');
  await grab.click('Find backup codes on this page', 'menuitem');
  await grab.see('Are these the backup codes for GitHub?');
  await grab.click('Save 8 codes');
  await grab.see('8 backup codes added');
  await closePopup();

  await page.bringToFront();
  await page.goto('https://github.com/recovery');
  const use = hands(await openPopup());
  await use.click('More actions for GitHub');
  await use.click('Backup codes', 'menuitem');
  await use.click('Fill in and mark as used');
  await use.see('Filled in and marked as used.');
  expect(await valueOf(page)).toBe(shownCodes[0]);
});

test("fills a field in a closed shadow tree, and corrects a clock that differs from the site's clock", async ({
  desktop,
}) => {
  const { browser, openPopup, press } = desktop;
  await addAccounts(desktop, [{ issuer: 'GitHub', host: 'github.com' }]);
  const page = await openHost(browser, inShadow(field('name="otp"'), 'closed'), 60_000);
  await page.goto('https://github.com/login');
  await press('alt+0');
  await expect.poll(() => page.evaluate("tree.querySelector('input').value")).toMatch(/^\d{6}$/);

  const popup = hands(await openPopup());
  const compare = async () => {
    await popup.click('More');
    await popup.click('Check the clock', 'menuitem');
    await popup.click('Check');
  };
  await compare();
  await popup.see('seconds slow');
  await popup.click('Correct the time in Tessera');
  await compare();
  await popup.see('codes are right');
});

/** Waits until a page runs a script with this name. */
async function scriptOf(page: Page, name: RegExp): Promise<void> {
  const session = await page.createCDPSession();
  const { promise, resolve } = Promise.withResolvers<void>();
  session.on('Debugger.scriptParsed', ({ url }) => name.test(url) && resolve());
  // The debugger also reports scripts that were loaded earlier.
  await session.send('Debugger.enable');
  await promise;
  await session.detach();
}

/** Addresses that contain the site's name only in the path or query. */
const disguises = [
  'https://attacker.net:8443/github.com',
  'https://attacker.net/?https://github.com:443',
];

test('no phishing site gets a code or is suggested', async ({ desktop }) => {
  // Opens two dozen popups one after another.
  test.slow();
  const { browser, closePopup, press, popupPage } = desktop;
  // Adds accounts of all the imitated sites. All accounts except Google's are linked to their site.
  await addAccounts(desktop, [
    { issuer: 'GitHub', host: 'github.com' },
    { issuer: 'Google' },
    { issuer: 'Example', host: 'example.co.uk' },
    { issuer: "Ada's pages", host: 'ada.github.io' },
  ]);
  const page = await openHost(browser, form);
  const addresses = [...phishingHosts.map((host) => `https://${host}/`), ...disguises];
  expect(addresses.length).toBeGreaterThanOrEqual(20);
  /** Presses the fill shortcut on a page. Returns the popup's offers and the field's value. */
  const offered = async (address: string) => {
    await page.goto(address);
    await press('alt+0');
    const popup = await popupPage();
    // The popup loads the site functions only after it knows the page's host, so wait for them before reading the
    // popup.
    await scriptOf(popup, /\/sites-/);
    await popup.waitForNetworkIdle({ idleTime: 150 });
    await painted(popup);
    const offers = await popup.$$eval('button', (buttons) =>
      buttons
        .map((button) => button.ariaLabel ?? button.innerText)
        .filter((name) => /Fill in the code|it does/.test(name)),
    );
    await closePopup();
    return { address, offers, field: await valueOf(page) };
  };
  for (const address of addresses)
    expect(await offered(address)).toEqual({ address, offers: [], field: '' });

  // The same function finds offers on the real sites: one suggested, one linked.
  expect((await offered('https://accounts.google.com/')).offers).toEqual(['Yes, it does']);
  await page.goto('https://www.github.com/');
  await press('alt+0');
  await filled(page);
});
