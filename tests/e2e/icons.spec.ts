import type { Page } from '@playwright/test';
import { packZip, redSquare, svg } from '../support/packFile';
import { authenticator, passphrase } from './authenticator';
import { expectAccessible } from './axe';
import { dumpStorage } from './dumpStorage';
import { expect, test } from './fixtures';

const key = 'JBSWY3DPEHPK3PXPJ6NHYC7B2KBTUVLG';
const site = 'Harbour Bank';

const filler = Array.from({ length: 40 }, (_, i) => `icons/${i}.svg`);

const pack = () =>
  packZip(
    [
      {
        name: 'Harbour',
        filename: 'icons/harbour.svg',
        category: 'Banks',
        issuer: ['harbour bank'],
      },
      ...filler.map((filename) => ({ filename, category: 'Other', issuer: [] })),
    ],
    {
      'icons/harbour.svg': redSquare,
      ...Object.fromEntries(filler.map((name) => [name, svg('<circle r="9" fill="#00f"/>')])),
    },
  );

/** Waits until the row of the account shows a decoded picture. */
const expectPicture = (page: Page) =>
  expect
    .poll(() =>
      authenticator(page)
        .row(site)
        .locator('img')
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    )
    .toBe(96);

test('an icon pack gives an account a picture, which the popup shows, also after a passphrase change', async ({
  context,
  at,
}) => {
  const manage = authenticator(await context.newPage());
  const { page } = manage;
  await page.goto(at('manage.html#/add'));
  await manage.createVault();
  await manage.addByKey({ site, name: 'ada@example.com', key });
  await expect(page).toHaveURL(/#\/account\//);
  await page.goto(at('manage.html#/preferences'));
  await page.setInputFiles('input[type="file"]', {
    name: 'icons.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(await pack()),
  });
  await expect(page.getByText('Shapes added. 1 account has a new icon.')).toBeVisible();
  await expect(page.getByText('41 icons')).toBeVisible();
  await expectAccessible(page);

  const popup = authenticator(await context.newPage());
  await popup.page.goto(at('popup.html'));
  await expect(popup.code(site)).toBeVisible();
  await expectPicture(popup.page);

  await page.goto(at('manage.html#/security'));
  await page.getByRole('button', { name: 'Change passphrase' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Current passphrase').fill(passphrase);
  await dialog.getByLabel('New passphrase', { exact: true }).fill('eight tiles of slate');
  await dialog.getByLabel('Confirm new passphrase').fill('eight tiles of slate');
  await dialog.locator('[type="submit"]').click();
  await expect(dialog).toHaveCount(0);
  await popup.page.reload();
  await expect(popup.code(site)).toBeVisible();
  await expectPicture(popup.page);

  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(popup.page.locator('img')).toHaveCount(0);
  await popup.unlock('eight tiles of slate');
  await expectPicture(popup.page);
});

test('an account gets an image of its own, and the page shows it in place of the letter', async ({
  context,
  at,
}) => {
  const manage = authenticator(await context.newPage());
  const { page } = manage;
  await page.goto(at('manage.html#/add'));
  await manage.createVault();
  await manage.addByKey({ site, name: 'ada@example.com', key });
  await expect(page).toHaveURL(/#\/account\//);
  await page.setInputFiles('input[accept*="svg"]', {
    name: 'icon.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from(redSquare),
  });
  await expect(page.getByRole('button', { name: 'Remove image' })).toBeVisible();
  await expectAccessible(page);
  await page.goto(at('popup.html'));
  await expectPicture(page);
  const stored = (await dumpStorage(page)).filter(({ where }) => where.startsWith('tessera-icons'));
  expect(stored.length).toBeGreaterThan(3);
  expect(Buffer.concat(stored.map(({ bytes }) => bytes)).toString('latin1')).not.toMatch(
    /own:|WEBP|PNG/,
  );
});
