import { expect, type Locator, type Page } from '@playwright/test';
import type { Page as DesktopPage } from 'puppeteer-core';
import { addAccounts, key as secretKey } from './addAccounts';
import { passphrase } from './authenticator';
import { test as desktopTest } from './desktop';
import { idOf, openBrowser, test } from './fixtures';
import { oathtool, recentCodes } from './oathtool';
import { openHost } from './openHost';
import { field } from './pages/formParts';

/** More stops than any page of the journey has before the wanted control. */
const mostStops = 60;

/** Returns the actions of a user who has only a keyboard and a screen reader. */
function keyboard(page: Page) {
  const focused = page.locator(':focus');
  return {
    page,
    press: (keys: string) => page.keyboard.press(keys),
    type: (text: string) => page.keyboard.type(text),
    /** Presses Tab until this control has the focus. Every stop before it must have a name. */
    async tabTo(wanted: Locator): Promise<void> {
      await expect(wanted).toBeVisible();
      for (let stops = 0; stops < mostStops; stops += 1) {
        if (await wanted.evaluate((element) => element === document.activeElement)) return;
        await page.keyboard.press('Tab');
        if ((await focused.count()) > 0) await expect(focused).toHaveAccessibleName(/\S/);
      }
      throw new Error(`${mostStops} stops of Tab never reached the control.`);
    },
  };
}

test('a vault is created, filled, copied from, backed up and restored with the keyboard alone', async ({
  context,
  at,
}, info) => {
  const manage = keyboard(await context.newPage());
  await manage.page.goto(at('manage.html#/welcome'));
  await manage.tabTo(manage.page.getByRole('link', { name: /^Create a vault/ }));
  await manage.press('Enter');
  await expect(manage.page.getByLabel('Passphrase', { exact: true })).toBeFocused();
  await manage.type(passphrase);
  await manage.tabTo(manage.page.getByLabel('Confirm passphrase'));
  await manage.type(passphrase);
  await manage.press('Enter');

  await manage.tabTo(manage.page.getByRole('link', { name: 'Add an account', exact: true }));
  await manage.press('Enter');
  await manage.tabTo(manage.page.getByRole('textbox', { name: 'Site or company', exact: true }));
  await manage.type('Harbour Bank');
  await manage.tabTo(manage.page.getByRole('textbox', { name: 'Secret key', exact: true }));
  await manage.type('JBSWY3DPEHPK3PXP');
  await manage.press('Enter');
  await expect(manage.page).toHaveURL(/#\/account\//);

  const popup = keyboard(await context.newPage());
  await popup.page.goto(at('popup.html'));
  await expect(popup.page.getByText('Harbour Bank')).toBeVisible();
  await popup.press('ArrowDown');
  await popup.press('Enter');
  await expect(popup.page.getByRole('status').getByText(/^Copied: Harbour Bank/)).toBeVisible();
  await popup.tabTo(popup.page.getByRole('button', { name: 'More', exact: true }));
  await popup.press('Enter');
  await popup.press('Escape');
  await expect(popup.page.getByRole('button', { name: 'More', exact: true })).toBeFocused();
  await popup.page.close();

  await manage.tabTo(manage.page.getByRole('link', { name: 'Vault security', exact: true }));
  await manage.press('Enter');
  await manage.tabTo(manage.page.getByRole('button', { name: 'Back up now', exact: true }));
  const saved = manage.page.waitForEvent('download');
  await manage.press('Enter');
  const file = info.outputPath('copy.tessera');
  await (await saved).saveAs(file);
  await manage.tabTo(manage.page.getByRole('button', { name: 'Restore a backup', exact: true }));
  await manage.press('Enter');
  await manage.tabTo(manage.page.getByLabel('Backup file'));
  // The browser's own dialog, which Space opens, is beyond the page.
  await manage.page.getByLabel('Backup file').setInputFiles(file);
  await manage.tabTo(manage.page.getByLabel('Passphrase or recovery key'));
  await manage.type(passphrase);
  await manage.press('Enter');
  await expect(manage.page.getByText(/1 account/).first()).toBeVisible();
  await manage.press('Escape');
  await expect(manage.page.getByRole('button', { name: 'Restore a backup' })).toBeFocused();
  await restoreElsewhere(file);
});

/** Restores a backup in a browser without a vault, from the welcome page. */
async function restoreElsewhere(file: string): Promise<void> {
  const other = await openBrowser({ headless: true });
  try {
    const welcome = keyboard(await other.newPage());
    const { page } = welcome;
    await page.goto(`chrome-extension://${await idOf(other)}/manage.html#/welcome`);
    await welcome.tabTo(page.getByRole('link', { name: /^I have a backup/ }));
    await welcome.press('Enter');
    await welcome.tabTo(page.getByLabel('Backup file'));
    await page.getByLabel('Backup file').setInputFiles(file);
    await welcome.tabTo(page.getByLabel('Passphrase or recovery key'));
    await welcome.type(passphrase);
    await welcome.press('Enter');
    await expect(page.getByRole('status').getByText('Restored 1 account')).toBeVisible();
  } finally {
    await other.close();
  }
}

test("the demo service's second factor is set up with the keyboard alone, and Esc asks before the setup is lost", async ({
  context,
  at,
}) => {
  const larkfield = keyboard(await context.newPage());
  const { page } = larkfield;
  await page.goto(at('options.html'));
  await larkfield.tabTo(
    page.getByRole('button', { name: 'Fill in the sign-in for Ben Lindqvist', exact: true }),
  );
  await larkfield.press('Enter');
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeFocused();
  await larkfield.press('Enter');
  await larkfield.tabTo(page.getByRole('button', { name: /^Account menu for/ }));
  await larkfield.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'User preferences' })).toBeFocused();
  await larkfield.press('Enter');
  await larkfield.tabTo(page.getByRole('tab', { name: 'Profile', exact: true }));
  await larkfield.press('ArrowRight');
  await larkfield.tabTo(page.getByRole('button', { name: 'Enable 2FA', exact: true }));
  await larkfield.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator(':focus')).toHaveAccessibleName(/\S/);
  await larkfield.tabTo(dialog.getByRole('button', { name: 'Enable 2FA', exact: true }));
  await larkfield.press('Enter');
  const key = dialog.locator('dd code');
  await expect(key).toBeVisible();
  await larkfield.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Cancel setup?' })).toBeVisible();
  await larkfield.press('Escape');
  await expect(key).toBeVisible();
  await larkfield.tabTo(
    page.getByRole('checkbox', { name: "I've saved these codes", exact: true }),
  );
  await larkfield.press('Space');
  await larkfield.tabTo(page.getByRole('textbox', { name: 'Verification code', exact: true }));
  await larkfield.type(oathtool((await key.innerText()).replaceAll(/\s/g, '')));
  await larkfield.press('Enter');
  await expect(page.getByText('Enabled', { exact: true })).toBeVisible();
});

/** Returns the role and name of the focused element, as a screen reader gets them. */
async function focusedNode(page: DesktopPage): Promise<string> {
  const tree = await page.accessibility.snapshot({ interestingOnly: true });
  const find = (node: typeof tree | undefined): typeof tree => {
    const within = node?.children?.map(find).find((child) => child !== null);
    return within ?? (node?.focused && node.role !== 'RootWebArea' ? node : null);
  };
  const node = find(tree);
  return node ? `${node.role} ${node.name ?? ''}` : '';
}

desktopTest('a code is filled in from the popup with the keyboard alone', async ({ desktop }) => {
  const { browser, openPopup, popupGone, press } = desktop;
  await addAccounts(desktop, [{ issuer: 'GitHub', host: 'github.com' }]);
  const page = await openHost(browser, field('id="code" name="otp"'));
  await page.goto('https://github.com/login');
  const popup = await openPopup();
  const wanted = 'button Fill in the code for GitHub';
  await popup.locator('aria/Fill in the code for GitHub[role="button"]').wait();
  const stops: string[] = [];
  while (stops.length < mostStops && stops.at(-1) !== wanted) {
    await press('Tab');
    stops.push(await focusedNode(popup));
  }
  expect(stops.at(-1)).toBe(wanted);
  expect(stops.filter((stop) => !/\w \S/.test(stop))).toEqual([]);
  await press('Return');
  await popupGone();
  const filled = () => page.$eval('#code', (input) => (input as HTMLInputElement).value);
  await expect.poll(async () => recentCodes(secretKey).includes(await filled())).toBe(true);
});
