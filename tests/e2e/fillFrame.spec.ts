import { expect } from '@playwright/test';
import { addAccounts, key } from './addAccounts';
import { answerBrowser } from './answerBrowser';
import { test } from './desktop';
import { hands } from './hands';
import { recentCodes } from './oathtool';
import { openSite } from './openSite';

const field = '<label>Verification code <input id="code" name="otp"></label>';

test('fills a frame of another host only after the user allowed access to it', async ({
  desktop,
}) => {
  test.slow();
  const { browser, companion, openPopup, closePopup, press } = desktop;
  await addAccounts(desktop, [{ issuer: 'Login', host: 'localhost' }]);
  const inside = await openSite({ '/': field });
  const { port } = new URL(inside.origin);
  const origin = `http://localhost:${port}`;
  const shop = await openSite({ '/': `<h1>Shop</h1><iframe src="${origin}/"></iframe>` });
  const page = await browser.newPage();
  await page.goto(shop.origin);
  await page.bringToFront();
  const valueOf = async () => {
    const frame = page.frames().find((one) => one.url().startsWith(origin));
    return frame?.$eval('#code', (input) => (input as HTMLInputElement).value);
  };
  const hasAccess = async () =>
    true ===
    (await companion.evaluate("chrome.permissions.contains({ origins: ['http://localhost/*'] })"));
  /** Fills from the account's menu, because the account isn't linked to the page itself. */
  const fill = async () => {
    const popup = hands(await openPopup());
    await popup.click('More actions for Login');
    await popup.click('Fill in on this page', 'menuitem');
    return popup;
  };
  /** The click can't be awaited, because the browser's prompt closes the popup. "Deny" has the focus. */
  const ask = async () => {
    await closePopup();
    const popup = await fill();
    await popup.see(`localhost:${port}`);
    void popup.click('Allow it').catch(() => undefined);
  };

  await (await fill()).see(`localhost:${port}`);
  expect([await valueOf(), await hasAccess()]).toEqual(['', false]);

  await answerBrowser({
    ask,
    press,
    keys: ['space'],
    isAnswered: async () => browser.targets().every((one) => !one.url().includes('/popup.html')),
  });
  expect([await valueOf(), await hasAccess()]).toEqual(['', false]);

  await answerBrowser({ ask, press, keys: ['Tab', 'space'], isAnswered: hasAccess });
  // If the prompt left the popup open, the popup fills by itself.
  if ((await valueOf()) === '') {
    await closePopup();
    await fill();
  }
  await expect.poll(valueOf).toMatch(/^\d{6}$/);
  expect(recentCodes(key)).toContain(await valueOf());
  inside.close();
  shop.close();
});
