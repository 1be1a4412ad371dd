import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { passphrase } from './authenticator';
import { test as desktopTest } from './desktop';
import { expect, idOf, openBrowser, test } from './fixtures';
import { hands } from './hands';
import { painted } from './painted';
import { qrPage } from './qrPage';

/** Number of clicks that open the popup if its icon isn't pinned: the extensions menu, then Tessera. */
const openIcon = 2;

const keys = ['JBSWY3DPEHPK3PXP', 'KRSXG5CTMVRXEZLU', 'MFRGGZDFMZTWQ2LK', 'NB2W45DFOIZA3QDO'];
const link = (name: string, key: string) =>
  `otpauth://totp/${name}:ada?secret=${key}&issuer=${name}`;
const links = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    link(`Site${at}`, `${keys[at % 4]}${'ABCDEFGH'[at >> 2]}2`),
  );

/** Wraps a page, and counts the clicks made through the wrapper. */
function counted(page: Page) {
  let clicks = 0;
  return {
    page,
    clicks: () => clicks,
    async click(name: string | RegExp, role: 'button' | 'link' = 'button') {
      clicks += 1;
      await page.getByRole(role, { name, exact: typeof name === 'string' }).click();
    },
    /** Counts the click that opens the browser's file dialog, and chooses the file. */
    async choose(label: string, file: string) {
      clicks += 1;
      await page.getByLabel(label).setInputFiles(file);
    },
  };
}

async function createVault(page: Page): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Confirm passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
}

/** Imports `count` accounts from a file of links. Returns the number of clicks. */
async function importLinks(page: Page, file: string, count: number) {
  await writeFile(file, links(count).join('\n'));
  const hand = counted(page);
  await hand.click('Import', 'link');
  const chooser = page.waitForEvent('filechooser');
  await hand.click('Choose files');
  await (await chooser).setFiles(file);
  await hand.click(`Import ${count} accounts`);
  await expect(page.getByText(`${count} accounts`).first()).toBeVisible();
  return hand.clicks();
}

test('importing takes at most 6 clicks, copying and backing up at most 3 each, and restoring at most 5', async ({
  context,
  at,
}, info) => {
  const manage = await context.newPage();
  await manage.goto(at('manage.html#/accounts'));
  await createVault(manage);
  // The popup needs one more click to open this page.
  const imported = openIcon + 1 + (await importLinks(manage, info.outputPath('links.txt'), 30));
  expect(imported).toBeLessThanOrEqual(6);

  const popup = counted(await context.newPage());
  await popup.page.goto(at('popup.html'));
  await popup.click(/^Copy the code for Site0 /);
  await expect(popup.page.getByText(/^Copied: Site0/)).toBeVisible();
  expect(openIcon + popup.clicks()).toBeLessThanOrEqual(3);

  // Typing a letter starts the search without a click.
  await popup.page.keyboard.press('Escape');
  await popup.page.locator('body').focus();
  await popup.page.keyboard.type('site2');
  await popup.page.keyboard.press('Enter');
  await expect(popup.page.getByText(/^Copied: Site2/)).toBeVisible();

  // Backs up from the popup's reminder.
  const reminded = counted(await context.newPage());
  await reminded.page.goto(at('popup.html'));
  const arrived = context.waitForEvent('page');
  await reminded.click('Back up now');
  const security = await arrived;
  const download = await security.waitForEvent('download');
  const backup = info.outputPath('copy.tessera');
  await download.saveAs(backup);
  expect(openIcon + reminded.clicks()).toBeLessThanOrEqual(3);

  // Restores on another computer that has only the backup file.
  const other = await openBrowser({ headless: true });
  try {
    const hand = counted(await other.newPage());
    await hand.page.goto(`chrome-extension://${await idOf(other)}/manage.html#/welcome`);
    await hand.click(/^I have a backup/, 'link');
    await hand.choose('Backup file', backup);
    await hand.page.getByLabel('Passphrase or recovery key').fill(passphrase);
    await hand.click('Restore');
    await expect(hand.page.getByText('Restored 30 accounts')).toBeVisible();
    expect(hand.clicks()).toBeLessThanOrEqual(5);
  } finally {
    await other.close();
  }
});

test('adding an account by its key takes at most four clicks', async ({ context, at }) => {
  const page = await context.newPage();
  await page.goto(at('manage.html#/accounts'));
  await createVault(page);
  const popup = counted(await context.newPage());
  await popup.page.goto(at('popup.html'));
  const arrived = context.waitForEvent('page');
  await popup.click('Add an account');
  const add = counted(await arrived);
  await add.page.getByLabel('Site or company').fill('Harbour Bank');
  await add.page.getByRole('textbox', { name: 'Secret key' }).fill('JBSWY3DPEHPK3PXP');
  await add.click('Save account');
  await expect(add.page.getByText('Harbour Bank saved')).toBeVisible();
  expect(openIcon + popup.clicks() + add.clicks()).toBeLessThanOrEqual(4);
});

desktopTest(
  "getting the first code from a page's QR code takes at most four clicks",
  async ({ desktop }) => {
    const page = await desktop.browser.newPage();
    await page.goto(qrPage(link('Harbour', 'JBSWY3DPEHPK3PXP')));
    await painted(page);
    const popup = hands(await desktop.openPopup());
    let clicks = openIcon;
    await popup.fill('Passphrase', passphrase);
    await popup.fill('Confirm passphrase', passphrase);
    for (const name of ['Create vault', 'Scan this page']) {
      clicks += 1;
      await popup.click(name);
    }
    await popup.see('1 account saved');
    expect(await popup.code()).toMatch(/^\d{6}$/);
    expect(clicks).toBeLessThanOrEqual(4);
  },
);
