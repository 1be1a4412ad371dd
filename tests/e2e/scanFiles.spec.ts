import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { authenticator } from './authenticator';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { painted } from './painted';
import { qrPicture } from './qrPicture';

const file = (name: string, mimeType = 'image/png') => ({
  name,
  mimeType,
  buffer: readFileSync(fileURLToPath(new URL(`../vectors/scanning/${name}`, import.meta.url))),
});

const code = (text: string) => ({
  name: 'code.png',
  mimeType: 'image/png',
  buffer: qrPicture(text),
});

async function openAdd(page: Page, at: (page: string) => string): Promise<void> {
  await page.goto(at('manage.html#/add'));
  await authenticator(page).createVault();
  await expect(page.getByRole('button', { name: 'Choose images' })).toBeVisible();
  await painted(page);
}

const choose = (page: Page, ...files: Parameters<ReturnType<Page['locator']>['setInputFiles']>) =>
  page.locator('input[type=file]').setInputFiles(...files);

const accountsFound = (page: Page, count: number) =>
  expect(
    page.getByRole('heading', {
      name: count === 1 ? '1 account found' : `${count} accounts found`,
    }),
  ).toBeVisible();

const images = [
  ['animated-second-frame-1.gif', 1],
  ['animated-two-codes-1.gif', 2],
  ['wrong-ending-1.png', 1],
  ['light-on-transparent-1.png', 1],
  ['truncated-1.jpg', 1],
  ['many-codes-1.png', 20],
] as const;

test('finds every account in animated, misnamed, transparent and truncated images', async ({
  context,
  at,
}) => {
  const page = await context.newPage();
  await openAdd(page, at);
  for (const [name, count] of images)
    await test.step(name, async () => {
      await choose(page, [file(name)]);
      await accountsFound(page, count);
      await page.reload();
      await expect(page.getByRole('button', { name: 'Choose images' })).toBeVisible();
      await painted(page);
    });
});

test('names the missing part of a split message, and shows nothing of the incomplete message', async ({
  context,
  at,
}) => {
  const page = await context.newPage();
  await openAdd(page, at);
  await choose(page, [file('structured-append-first-part-alone-1.png')]);
  await expect(page.getByText('one of 2 that belong together. Missing: 2.')).toBeVisible();
  await expect(page.getByText('Parts1')).toHaveCount(0);
  await expectAccessible(page);
});

test("for another vendor's code, names the vendor's app and doesn't show the code's content", async ({
  context,
  at,
}) => {
  const page = await context.newPage();
  await openAdd(page, at);
  await choose(page, [code('phonefactor://activate_account?code=123456789')]);
  await expect(page.getByText("It sets up Microsoft Authenticator's own app.")).toBeVisible();
  await expect(page.getByText('123456789')).toHaveCount(0);
  await expectAccessible(page);
});

test("names image formats that browsers can't decode", async ({ context, at }) => {
  const page = await context.newPage();
  await openAdd(page, at);
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
  await choose(page, [{ name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: heic }]);
  await expect(page.getByText("Tessera can't read HEIC images.")).toBeVisible();
  await choose(page, [{ name: 'a.pdf', mimeType: '', buffer: Buffer.from('%PDF-1.7\n') }]);
  await expect(page.getByText('This is a PDF document')).toBeVisible();
});

test('the import page reads the same image formats as the Add page', async ({ context, at }) => {
  const page = await context.newPage();
  await page.goto(at('manage.html#/import'));
  await authenticator(page).createVault();
  await expect(page.getByRole('heading', { name: 'Import' })).toBeVisible();
  await choose(page, [file('light-on-transparent-svg-1.svg', 'image/svg+xml')]);
  await accountsFound(page, 1);
});
