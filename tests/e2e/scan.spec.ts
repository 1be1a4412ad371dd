import type { Page } from '@playwright/test';
import { authenticator } from './authenticator';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { qrPicture } from './qrPicture';
import { enrolment, png, openAdd, choose } from './addPage';

const saveOne = (page: Page) =>
  page.locator('form', { hasText: 'found' }).getByRole('button', { name: 'Save account' }).click();

test('scanning one image file shows its account with a live code, and saves it', async ({
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

test('scanning several image files lists accounts with check boxes, and shows other content without opening it', async ({
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

test('reports an image without a QR code, a broken image and an image that claims an enormous size, each in one sentence', async ({
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

test('reads an image and a link that are pasted anywhere on the page', async ({ context, at }) => {
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
