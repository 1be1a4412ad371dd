import { writeFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { makeOtp } from '../../lib/otp';
import { writeMigrationUris } from '../../lib/transfer';
import { authenticator } from './authenticator';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { painted } from './painted';
import { qrPicture, screen4k } from './qrPicture';

const key = 'JBSWY3DPEHPK3PXP';
const enrolment = (issuer: string, account = 'alice@example.com', secret = key) =>
  `otpauth://totp/${issuer}:${account}?secret=${secret}&issuer=${issuer}`;

const png = (name: string, text: string) => ({
  name,
  mimeType: 'image/png',
  buffer: qrPicture(text),
});

async function openAdd(context: BrowserContext, at: (page: string) => string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(at('manage.html#/add'));
  await authenticator(page).createVault();
  await expect(page.getByRole('button', { name: 'Choose images' })).toBeVisible();
  await painted(page);
  return page;
}

const choose = (page: Page, ...files: Parameters<ReturnType<Page['locator']>['setInputFiles']>) =>
  page.locator('input[type=file]').setInputFiles(...files);

const saveOne = (page: Page) =>
  page.locator('form', { hasText: 'found' }).getByRole('button', { name: 'Save account' }).click();

test('one picture file: shows its account with a live code, and saves it', async ({
  context,
  at,
}) => {
  const page = await openAdd(context, at);
  await choose(page, [png('code.png', enrolment('Example'))]);
  await expect(page.getByRole('heading', { name: '1 account found' })).toBeVisible();
  await expect(page.getByText(/^\d{3} \d{3}$/)).toBeVisible();
  await expectAccessible(page);
  await saveOne(page);
  await expect(page.getByText('1 account saved')).toBeVisible();
  await expect(authenticator(page).row('Example')).toBeVisible();
});

test('several picture files: lists accounts with check boxes, and shows other content without opening it', async ({
  context,
  at,
}) => {
  const page = await openAdd(context, at);
  await choose(page, [
    png('1.png', enrolment('Acme')),
    png('2.png', enrolment('Beta')),
    png('3.png', 'https://example.com/login'),
    { name: '4.png', mimeType: 'image/png', buffer: Buffer.from('no picture at all') },
  ]);
  await expect(page.getByRole('heading', { name: '2 accounts found' })).toBeVisible();
  await expect(page.getByText("It contains a web address, which wasn't opened.")).toBeVisible();
  await expect(page.getByText("1 image couldn't be read.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('checkbox', { name: /Beta/ }).uncheck();
  await saveOne(page);
  await expect(authenticator(page).row('Acme')).toBeVisible();
  await expect(authenticator(page).row('Beta')).toBeHidden();
});

test('an account that the vault already has can be skipped, added or replaced', async ({
  context,
  at,
}) => {
  const page = await openAdd(context, at);
  await choose(page, [png('1.png', enrolment('Example'))]);
  await saveOne(page);
  await expect(authenticator(page).row('Example')).toBeVisible();
  await page.goto(at('manage.html#/add'));
  await choose(page, [png('1.png', enrolment('Example'))]);
  await expect(page.getByText('This account is already in your vault.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Done', exact: true })).toBeVisible();
  await choose(page, [png('1.png', enrolment('Example', 'alice@example.com', 'GEZDGNBVGY3TQOJQ'))]);
  await expect(
    page.getByText('Your vault has an account with this name but another secret key.'),
  ).toBeVisible();
  await page.getByRole('combobox', { name: /What to do/ }).selectOption('Replace the saved one');
  await saveOne(page);
  await expect(page.getByText('1 account, encrypted on this device')).toBeVisible();
});

test('one sentence each for a picture without a QR code, a broken one and one that claims an enormous size', async ({
  context,
  at,
}) => {
  const page = await openAdd(context, at);
  const blank = await page.screenshot();
  await choose(page, [{ name: 'blank.png', mimeType: 'image/png', buffer: blank }]);
  await expect(page.getByRole('heading', { name: 'No QR code was found.' })).toBeVisible();
  await expect(page.getByRole('img', { name: 'Scanned image' })).toBeVisible();
  await expectAccessible(page);
  await choose(page, [{ name: 'x.png', mimeType: 'image/png', buffer: blank.subarray(0, 3000) }]);
  await expect(
    page.getByText('No QR code was found.').or(page.getByText("can't be read as an image")),
  ).toBeVisible();
  const enormous = Buffer.from(qrPicture('x'));
  enormous.writeUInt32BE(20_000, 16);
  enormous.writeUInt32BE(20_000, 20);
  await choose(page, [{ name: 'big.png', mimeType: 'image/png', buffer: enormous }]);
  await expect(page.getByText('This image is too large to scan.')).toBeVisible();
});

test('reads an SVG drawing', async ({ context, at }) => {
  const { renderSVG } = await import('uqr');
  const page = await openAdd(context, at);
  const svg = Buffer.from(renderSVG(enrolment('Drawn'), { border: 4 }));
  await choose(page, [{ name: 'code.svg', mimeType: 'image/svg+xml', buffer: svg }]);
  await expect(page.getByRole('heading', { name: '1 account found' })).toBeVisible();
});

test('reads a QR code that is dropped on the page', async ({ context, at }) => {
  const page = await openAdd(context, at);
  const data = await page.evaluateHandle(
    (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], 'code.png', { type: 'image/png' }));
      return transfer;
    },
    qrPicture(enrolment('Dropped')).toString('base64'),
  );
  await page.getByText('Drop images here').dispatchEvent('drop', { dataTransfer: data });
  await expect(page.getByLabel('Site or company').first()).toHaveValue('Dropped');
});

test('reads a picture and a link that are pasted anywhere on the page', async ({ context, at }) => {
  const page = await openAdd(context, at);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(
    async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const picture = new Blob([bytes], { type: 'image/png' });
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    },
    qrPicture(enrolment('Pasted')).toString('base64'),
  );
  await page.keyboard.press('Control+V');
  await expect(page.getByLabel('Site or company').first()).toHaveValue('Pasted');
  await page.evaluate((text) => navigator.clipboard.writeText(text), enrolment('Linked'));
  await page.keyboard.press('Escape');
  await page.locator('h1').click();
  await page.keyboard.press('Control+V');
  await expect(page.getByLabel('Site or company').first()).toHaveValue('Linked');
});

test('an export in three codes continues after the page was closed, in any order', async ({
  context,
  at,
}) => {
  const accounts = Array.from({ length: 25 }, (_, i) => ({
    issuer: 'Exported',
    account: `account ${i}`,
    otp: makeOtp({ kind: 'totp', secret: new Uint8Array(20).fill(i + 1) }),
  }));
  const [first = '', second = '', third = ''] = writeMigrationUris(accounts, 99);
  const page = await openAdd(context, at);
  await choose(page, [png('3.png', third)]);
  await expect(page.getByText('1 of 3 codes scanned')).toBeVisible();
  await choose(page, [png('1.png', first)]);
  await expect(page.getByText('2 of 3 codes scanned')).toBeVisible();
  await choose(page, [png('1.png', first)]);
  await expect(page.getByText('This code was scanned before.')).toBeVisible();
  await page.close();

  const later = await context.newPage();
  await later.goto(at('manage.html#/add'));
  await choose(later, [png('2.png', second)]);
  await expect(later.getByText('3 of 3 codes scanned')).toBeVisible();
  await expect(later.getByRole('heading', { name: '25 accounts found' })).toBeVisible();
  await later.getByRole('button', { name: 'Save 25 accounts' }).click();
  await expect(later.getByText('25 accounts, encrypted on this device')).toBeVisible();
});

test('accepts a link that the browser passes to the extension, and removes it from the address', async ({
  context,
  at,
}) => {
  const page = await openAdd(context, at);
  const link = `web+${enrolment('Handed')}`;
  await page.goto('about:blank');
  await page.goto(at(`manage.html#/add?link=${encodeURIComponent(link)}`));
  await expect(page.getByLabel('Site or company').first()).toHaveValue('Handed');
  expect(page.url()).not.toContain(key);

  await page.getByRole('button', { name: 'Lock' }).click();
  await expect(page.getByText('Your vault is locked')).toBeVisible();
  await page.goto('about:blank');
  await page.goto(at(`manage.html#/add?link=${encodeURIComponent(link)}`));
  await expect(page.getByText('Your vault is locked')).toBeVisible();
  expect(page.url()).not.toContain(key);
  await authenticator(page).unlock();
  await expect(page.getByLabel('Site or company').first()).toHaveValue('Handed');
});

test('decodes a 4K picture without blocking the page: no task takes over 50 ms', async ({
  context,
  at,
}, testInfo) => {
  const page = await openAdd(context, at);
  // From a file, as a person would: the page would have to unpack a test's own bytes.
  const file = testInfo.outputPath('4k.png');
  writeFileSync(file, screen4k(enrolment('Large')));
  const longTasksOfOneScan = async () => {
    await page.evaluate(() => {
      const tasks: number[] = [];
      Object.assign(window, { tasks });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) tasks.push(duration);
      }).observe({ type: 'longtask' });
    });
    await choose(page, file);
    await expect(page.getByLabel('Site or company').first()).toHaveValue('Large');
    await page.getByRole('button', { name: 'Cancel' }).click();
    return page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
  };
  // A busy machine can interrupt any task; one that is really too long is so every time.
  const runs: number[][] = [];
  for (let i = 0; i < 5 && !runs.some((tasks) => tasks.length === 0); i++)
    runs.push(await longTasksOfOneScan());
  expect(runs.at(-1), JSON.stringify(runs)).toEqual([]);
});

test("explains a page that the browser doesn't let extensions see, with alternatives", async ({
  context,
  at,
}) => {
  // Without a person's click on the toolbar, the active page is such a page.
  const page = await context.newPage();
  await page.goto(at('popup.html'));
  await authenticator(page).createVault();
  await page.getByRole('button', { name: 'Scan this page' }).first().click();
  await expect(page.getByText("The browser doesn't let extensions read this page.")).toBeVisible();
  await expect(page.getByRole('button', { name: 'Other ways to scan' })).toBeVisible();
  await expectAccessible(page);
});
