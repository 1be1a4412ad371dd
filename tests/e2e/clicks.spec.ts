import { writeFile } from 'node:fs/promises';
import { parseOtpUri } from '../../lib/otp';
import { writeMigrationUris } from '../../lib/transfer';
import { passphrase } from './authenticator';
import { clickTable, expectFewClicks } from './clickTable';
import { counted, createVault, importFile } from './counted';
import { test as desktopTest } from './desktop';
import { expect, idOf, openBrowser, test } from './fixtures';
import { hands } from './hands';
import { painted } from './painted';
import { qrPage } from './qrPage';
import { qrPicture } from './qrPicture';

/** Number of clicks that open the popup if its icon isn't pinned: the extensions menu, then Tessera. */
const openIcon = 2;

const link = (name: string, key = 'JBSWY3DPEHPK3PXP') =>
  `otpauth://totp/${name}:ada?secret=${key}&issuer=${name}`;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Returns accounts with different keys, named by words that start with different letters. */
const links = (count: number) =>
  Array.from({ length: count }, (_, at) => {
    const [first, second] = [letters[at % 26], letters[Math.floor(at / 26)]];
    return link(`${first}${second?.toLowerCase()}corp`, `JBSWY3DPEHPK3P${first}${second}`);
  });

test('importing, finding, copying, backing up and restoring take few clicks', async ({
  context,
  at,
}, info) => {
  const manage = await context.newPage();
  await manage.goto(at('manage.html#/accounts'));
  await createVault(manage);
  // The popup needs one more click to open this page.
  const exported = [
    'GitHub',
    'Google',
    'Fastmail',
    'Hetzner',
    'Twitch',
    'Slack',
    'Zoom',
    'Nextcloud',
  ];
  const accounts = exported.flatMap((name) => parseOtpUri(link(name)) ?? []);
  const picture = info.outputPath('google.png');
  await writeFile(picture, qrPicture(writeMigrationUris(accounts, 1).join('')));
  const imported = await importFile(manage, picture, exported.length);
  expectFewClicks('import from Google Authenticator', openIcon + 1 + imported);
  const list = info.outputPath('links.txt');
  await writeFile(list, links(92).join('\n'));
  await importFile(manage, list, 92);

  const popup = counted(await context.newPage());
  await popup.page.goto(at('popup.html'));
  await popup.click(/^Copy the code for GitHub /);
  await expect(popup.page.getByText(/^Copied: GitHub/)).toBeVisible();
  expectFewClicks('copy a code', openIcon + popup.clicks());

  // Typing a letter starts the search without a click, and three letters and Enter copy the code.
  const finder = counted(await context.newPage());
  await finder.page.goto(at('popup.html'));
  await expect(
    finder.page.getByRole('button', { name: /^Copy the code for GitHub / }),
  ).toBeVisible();
  await finder.page.keyboard.type('kcc');
  await finder.page.keyboard.press('Enter');
  await expect(finder.page.getByText(/^Copied: Kccorp/)).toBeVisible();
  expectFewClicks('find among 100', openIcon + finder.clicks());

  // Backs up from the popup's reminder.
  const reminded = counted(await context.newPage());
  await reminded.page.goto(at('popup.html'));
  const arrived = context.waitForEvent('page');
  await reminded.click('Back up now');
  const security = await arrived;
  const download = await security.waitForEvent('download');
  const backup = info.outputPath('copy.tessera');
  await download.saveAs(backup);
  expectFewClicks('back up', openIcon + reminded.clicks());

  // Restores on another computer that has only the backup file.
  const other = await openBrowser({ headless: true });
  try {
    const hand = counted(await other.newPage());
    await hand.page.goto(`chrome-extension://${await idOf(other)}/manage.html#/welcome`);
    await hand.click(/^I have a backup/, 'link');
    await hand.choose('Backup file', backup);
    await hand.page.getByLabel('Passphrase or recovery key').fill(passphrase);
    await hand.click('Restore');
    await expect(hand.page.getByText('Restored 100 accounts')).toBeVisible();
    expectFewClicks('restore on a new computer', hand.clicks());
  } finally {
    await other.close();
  }
});

test('adding an account by its key takes few clicks', async ({ context, at }) => {
  const page = await context.newPage();
  await page.goto(at('manage.html#/accounts'));
  await createVault(page);
  const popup = counted(await context.newPage());
  await popup.page.goto(at('popup.html'));
  await popup.click('Add an account');
  await popup.page.getByLabel('Site or company').fill('Harbour Bank');
  await popup.page.getByRole('textbox', { name: 'Secret key' }).fill('JBSWY3DPEHPK3PXP');
  await popup.click('Save account');
  await expect(popup.page.getByText('Harbour Bank saved')).toBeVisible();
  await expect(
    popup.page.getByRole('button', { name: /^Copy the code for Harbour/ }),
  ).toBeVisible();
  expectFewClicks('add by key', openIcon + popup.clicks());
});

desktopTest(
  "getting the first code from a page's QR code takes few clicks",
  async ({ desktop }) => {
    const page = await desktop.browser.newPage();
    await page.goto(qrPage(link('Harbour')));
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
    expectFewClicks('install → first code, any site', clicks);
    await desktop.closePopup();

    await page.goto(qrPage(link('Upland', 'KRSXG5CTMVRXEZLU')));
    await painted(page);
    const again = hands(await desktop.openPopup());
    await again.click('Scan this page');
    await again.see('1 account saved');
    await again.see('Upland');
    expectFewClicks('add by QR code', openIcon + 1);
  },
);

desktopTest('getting the first code of the demo service takes few clicks', async ({ desktop }) => {
  const { browser, companion: welcome } = desktop;
  let clicks = 0;
  /** Clicks a control found by a selector, once it is there. */
  const click = async (page: typeof welcome, selector: string) => {
    clicks += 1;
    await page.locator(selector).click();
  };
  await welcome.goto(new URL('/manage.html#/welcome', welcome.url()).href);
  const arrived = browser.waitForTarget((open) => open.url().endsWith('/options.html'));
  await click(welcome, 'a[href="/options.html"]');
  const { page: site } = hands(await (await arrived).asPage());
  await click(site, 'button[aria-label*="Ben Lindqvist"]');
  // The focus is on "Sign in".
  await site.keyboard.press('Enter');
  await click(site, 'aria/Open your security settings[role="link"]');
  await click(site, 'aria/Enable 2FA[role="button"]');
  await click(site, 'dialog[open] ::-p-aria([name="Enable 2FA"][role="button"])');
  await site.locator('dialog[open] [role="img"]').wait();
  await painted(site);

  clicks += openIcon;
  const popup = hands(await desktop.openPopup());
  await popup.fill('Passphrase', passphrase);
  await popup.fill('Confirm passphrase', passphrase);
  await popup.page.keyboard.press('Enter');
  clicks += 1;
  await popup.click('Scan this page');
  await popup.see('1 account saved');
  expect(await popup.code()).toMatch(/^\d{6}$/);
  expectFewClicks('install → first code, demo service', clicks);
});

test('every job of the table is measured', () => {
  const { table, missing } = clickTable();
  console.log(`\n${table}\n`);
  expect(missing).toEqual([]);
});
