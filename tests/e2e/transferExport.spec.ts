import { readFile as readDownload } from 'node:fs/promises';
import { decodeMigrationUri } from 'gauth-decode';
import { authenticator, passphrase } from './authenticator';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { oathtool } from './oathtool';
import { zbarimg } from './zbarimg';
import { choose, open } from './transferPage';

test('an export asks for the passphrase again, and can be imported unchanged', async ({
  context,
  at,
}) => {
  const person = authenticator(await context.newPage());
  const { page } = person;
  await page.goto(at('manage.html#/import'));
  await person.createVault();
  await choose(page, ({ format, variant }) => format === 'stratum' && variant === 'stratum.json');
  await page.getByRole('button', { name: 'Import 6 accounts' }).click();
  await expect(page.getByText('6 accounts imported')).toBeVisible();

  await page.getByRole('link', { name: 'Export' }).click();
  await expect(page.getByRole('heading', { name: 'Export' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('File password', { exact: true }).fill('of the file');
  await page.getByLabel('Confirm file password').fill('of the file');
  await page.getByLabel('Your Tessera passphrase').fill('not the passphrase');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByText("That passphrase isn't right.")).toBeVisible();
  await page.getByLabel('Your Tessera passphrase').fill(passphrase);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^tessera-aegis-\d{4}-\d\d-\d\d\.json$/);
  const file = await readDownload(await download.path());
  expect(file.toString()).not.toMatch(/GitHub|GEZDGNBV/);
  await expect(page.getByText('6 accounts exported')).toBeVisible();

  await page.getByRole('link', { name: 'Import' }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'aegis.json', mimeType: '', buffer: file });
  await open(page, 'of the file');
  await expect(page.getByText('Already saved')).toHaveCount(6);
});

test("exports Google Authenticator's QR codes and a printable sheet", async ({ context, at }) => {
  const person = authenticator(await context.newPage());
  const { page } = person;
  await page.goto(at('manage.html#/import'));
  await person.createVault();
  await choose(page, ({ format, variant }) => format === 'stratum' && variant === 'stratum.json');
  await page.getByRole('button', { name: 'Import 6 accounts' }).click();
  await expect(page.getByText('6 accounts imported')).toBeVisible();

  await page.getByRole('link', { name: 'Export' }).click();
  await page.getByLabel('File format').selectOption('Google Authenticator QR codes');
  await page.getByLabel('Your Tessera passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('img', { name: 'QR code 1 of 1' })).toBeVisible();
  await expect(page.getByText(/^4 accounts were left out/)).toBeVisible();
  // The toast of the import covers the lower edge of the code until the toast disappears.
  await expect(page.getByText('6 accounts imported')).toHaveCount(0);
  const migration = await zbarimg(page.getByRole('img', { name: 'QR code 1 of 1' }));
  expect(await decodeMigrationUri(migration)).toMatchObject([
    { issuer: 'GitHub', name: 'ada@example.com', type: 'OTP_TOTP' },
    { issuer: 'Bank: Savings', name: 'carol', type: 'OTP_HOTP' },
  ]);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Done' }).click();

  await page.getByLabel('File format').selectOption('Printable sheet');
  await page.getByLabel('Your Tessera passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('img', { name: 'QR code for GitHub' })).toBeVisible();
  await expect(page.getByText('GEZD GNBV GY3T QOJQ').first()).toBeVisible();
  const printed = new URL(await zbarimg(page.getByRole('img', { name: 'QR code for GitHub' })));
  const secret = printed.searchParams.get('secret') ?? '';
  expect(oathtool(secret, '--now=1970-01-01 00:00:59 UTC')).toBe('287082');
  await expectAccessible(page);
});
