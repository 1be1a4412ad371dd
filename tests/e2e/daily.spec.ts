import type { BrowserContext, Page } from '@playwright/test';
import { authenticator, passphrase } from './authenticator';
import { expectAccessible, expectAccessibleInAnyLook } from './axe';
import { expect, test } from './fixtures';
import { oathtool } from './oathtool';

const key = 'JBSWY3DPEHPK3PXPJ6NHYC7B2KBTUVLG';
const sites = ['Harbour Bank', 'Meadow Mail', 'Larch Cloud'];

/** Opens the popup of a vault with three accounts. */
async function openPopup(context: BrowserContext, at: (page: string) => string, path = '') {
  const manage = authenticator(await context.newPage());
  await manage.page.goto(at('manage.html#/add'));
  await manage.createVault();
  for (const site of sites) {
    await manage.addByKey({ site, name: 'ada@example.com', key });
    await expect(manage.page).toHaveURL(/#\/account\//);
    await manage.page.goto(at('manage.html#/add'));
  }
  const popup = authenticator(await context.newPage());
  await popup.page.goto(at(`popup.html${path}`));
  await expect(popup.code('Larch Cloud')).toBeVisible();
  return popup;
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('in the popup, arrow keys select, Enter and digits copy a code, and a slash starts the search', async ({
  context,
  at,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { page } = await openPopup(context, at);
  await page.evaluate(() => navigator.clipboard.writeText(''));

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Copied: Meadow Mail/)).toBeVisible();
  await expect.poll(async () => (await clipboard(page)) === oathtool(key)).toBe(true);

  await page.keyboard.press('1');
  await expect(page.getByText(/^Copied: Harbour Bank/)).toBeVisible();

  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('larch');
  await expect(page.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Copied: Larch Cloud/)).toBeVisible();
});

test('a code changes exactly when its time step ends, and the next code appears beside it five seconds before', async ({
  context,
  at,
}) => {
  const popup = await openPopup(context, at);
  const row = popup.row('Harbour Bank');
  // Leaves a slow machine enough time to load the page before the clock is paused. The clock is never set back,
  // because that locks the vault.
  const step = Math.ceil((Date.now() + 120_000) / 30_000) * 30_000;
  const codeIn = (milliseconds: number) =>
    oathtool(key, `--now=${new Date(step + milliseconds).toISOString().slice(0, 19)}Z`).replace(
      /^(...)/,
      '$1 ',
    );
  await popup.page.clock.install({ time: Date.now() });
  await popup.page.reload();
  await expect(popup.code('Harbour Bank')).toBeVisible();
  await popup.page.clock.pauseAt(step + 20_000);
  const now = codeIn(20_000);
  const next = codeIn(30_000);
  await expect(row.getByText(now)).toBeVisible();
  await expect(row.getByText(next)).toHaveCount(0);

  await popup.page.clock.runFor(5_000);
  await expect(row.getByText(next)).toBeVisible();
  await popup.page.clock.runFor(4_900);
  await expect(row.getByText(now)).toBeVisible();
  await popup.page.clock.runFor(200);
  await expect(popup.code('Harbour Bank')).toHaveText(next);
  // The previous code stays readable for a while, because the user may be in the middle of typing it.
  await expect(row.getByText(now)).toBeVisible();
  await popup.page.clock.runFor(9_000);
  await expect(row.getByText(now)).toHaveCount(0);
  await expect(popup.code('Harbour Bank')).toHaveText(next);
});

for (const width of [320, 400])
  test(`at ${width} pixels the popup cuts nothing off and doesn't scroll sideways`, async ({
    context,
    at,
  }) => {
    const { page } = await openPopup(context, at);
    await page.setViewportSize({ width, height: 480 });
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await expect.poll(overflow).toBeLessThanOrEqual(0);
    for (const site of sites)
      await expect(page.getByText(site, { exact: true })).toBeInViewport({ ratio: 1 });
    await expectAccessible(page);
  });

test('axe finds no violation in any section of the authenticator, in any appearance', async ({
  context,
  at,
}) => {
  const { page } = await openPopup(context, at);
  await page.goto(at('manage.html'));
  const links = page.getByRole('navigation').getByRole('link');
  await expect(links.first()).toBeVisible();
  expect(await links.count()).toBeGreaterThan(3);
  for (const link of await links.all()) {
    await link.click();
    await expect(link).toHaveAttribute('aria-current', 'page');
    await expect(page.locator('main header').getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessibleInAnyLook(page);
  }
});

test('a key that was being typed when the popup closed is there in the next popup, and is saved there', async ({
  context,
  at,
}) => {
  const { page } = await openPopup(context, at);
  const site = page.getByLabel('Site or company');
  const secret = page.getByRole('textbox', { name: 'Secret key' });
  const heldDraft = () =>
    page.evaluate<string>(
      "chrome.storage.session.get('popup/typed-account').then((held) => JSON.stringify(held))",
    );
  await page.getByRole('button', { name: 'Add an account' }).click();
  await expect(site).toBeFocused();
  await site.fill('Brook Post');
  await expect.poll(heldDraft).not.toBe('{}');
  const before = await heldDraft();
  await secret.fill('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  await expect.poll(heldDraft).not.toBe(before);
  expect(await heldDraft()).not.toContain('GEZDGNBV');

  await page.reload();
  await page.getByRole('button', { name: 'Add an account' }).click();
  await expect(secret).toHaveValue('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  await expect(site).toHaveValue('Brook Post');
  await page.getByRole('button', { name: 'Save account' }).click();
  await expect(page.getByText('Brook Post saved')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Copy the code for Brook Post/ })).toBeVisible();
  await expect.poll(heldDraft).toBe('{}');
});

test('the popup shows the accounts and each account in one tab, and leaves the tab of an import alone', async ({
  context,
  at,
}) => {
  const { page } = await openPopup(context, at);
  const menuItem = async (site: string, name: string) => {
    await page.getByRole('button', { name: `More actions for ${site}` }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  const importing = await context.newPage();
  await importing.goto(at('manage.html#/import'));
  const opening = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Accounts and settings' }).click();
  const manage = await opening;
  await expect(manage.getByRole('heading', { name: 'Accounts' })).toBeVisible();
  const tabs = context.pages().length;

  await menuItem('Meadow Mail', 'Account details');
  await expect(manage.getByRole('heading', { level: 1 })).toHaveText('Meadow Mail');
  await menuItem('Larch Cloud', 'QR code and secret key');
  await expect(manage.getByRole('heading', { level: 1 })).toHaveText('Larch Cloud');
  await manage.getByLabel('Passphrase').fill(passphrase);
  await manage.keyboard.press('Enter');
  await expect(manage.getByRole('img', { name: 'QR code to set up Larch Cloud' })).toBeVisible();
  await menuItem('Harbour Bank', 'QR code and secret key');
  await expect(manage.getByRole('heading', { level: 1 })).toHaveText('Harbour Bank');
  await expect(manage.getByLabel('Passphrase')).toBeFocused();
  await expect(manage.getByRole('img', { name: 'QR code to set up Larch Cloud' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Accounts and settings' }).click();
  await expect(manage.getByRole('heading', { level: 1 })).toHaveText('Accounts');
  await expect(importing).toHaveURL(/#\/import$/);
  expect(context.pages()).toHaveLength(tabs);
});
