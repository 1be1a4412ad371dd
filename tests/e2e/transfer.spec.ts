import { readFile as readDownload } from 'node:fs/promises';
import { password } from '../unit/transfer/fixtures';
import { authenticator, passphrase } from './authenticator';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { painted } from './painted';
import { choose, open } from './transferPage';

test("imports another app's encrypted file with its password, and undoes the import", async ({
  context,
  at,
}) => {
  const person = authenticator(await context.newPage());
  const { page } = person;
  await page.goto(at('manage.html#/import'));
  await person.createVault();
  await expect(page.getByRole('heading', { name: 'Import' })).toBeVisible();
  await expectAccessible(page);

  await choose(page, ({ format, password: secret }) => format === 'aegis' && secret !== undefined);
  await open(page, 'not the password');
  await expect(page.getByText('Wrong password.')).toBeVisible();
  await expectAccessible(page);
  await open(page, password);
  await expect(page.getByRole('heading', { name: '6 accounts found' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('checkbox', { name: /Yandex/ }).uncheck();
  await page.getByRole('button', { name: 'Import 5 accounts' }).click();

  await expect(page.getByText('5 accounts imported')).toBeVisible();
  await expect(page.getByText('GitHub', { exact: true })).toBeVisible();
  await expect(page.getByText('Yandex', { exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: 'Add your first account' })).toBeVisible();
});

test('imports databases, archives, tables, images and lists together', async ({ context, at }) => {
  const person = authenticator(await context.newPage());
  const { page } = person;
  await page.goto(at('manage.html#/import'));
  await person.createVault();
  await choose(
    page,
    ({ variant }) => variant === 'KDBX 4, Argon2id',
    ({ format, variant }) => format === 'winAuth' && variant === 'encrypted',
    ({ format, variant }) => format === 'csv' && variant === 'LastPass',
    ({ format, variant }) => format === 'qrPicture' && variant.startsWith('Google'),
    ({ format, variant }) => format === 'stratum' && variant === 'encrypted',
  );
  for (const name of ['Passwords.kdbx', 'winauth.zip', 'backup.stratum']) {
    await expect(page.getByText(`"${name}" is encrypted.`)).toBeVisible();
    await open(page, password);
  }
  // Six accounts from KeePass, five from WinAuth, one from LastPass, three from the image, six from Stratum.
  await expect(page.getByRole('heading', { name: '21 accounts found' })).toBeVisible();
  await expect(page.getByText(/can't be read/)).toHaveCount(0);
});

test("reads pasted text with one unreadable line, and reports the name of a file that isn't an export", async ({
  context,
  at,
}) => {
  const person = authenticator(await context.newPage());
  const { page } = person;
  await page.goto(at('manage.html#/import'));
  await person.createVault();
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
  await painted(page);
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData(
      'text/plain',
      'otpauth://totp/Harbour:ada?secret=JBSWY3DPEHPK3PXP\notpauth://totp/Broken:ada?secret=1',
    );
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(page.getByRole('heading', { name: '1 account found' })).toBeVisible();
  await expect(page.getByRole('heading', { name: "1 row can't be read" })).toBeVisible();
  await expect(page.getByText('Broken:ada')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();

  const notes = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') };
  await page.locator('input[type=file]').setInputFiles(notes);
  await expect(page.getByText('No accounts found.')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('notes.txt');
});

test('replaces a conflicting account, asks for a missing PIN, and restores a backup of Tessera', async ({
  context,
  at,
}) => {
  const person = authenticator(await context.newPage());
  const { page } = person;
  const bring = (name: string, content: string | Buffer) =>
    page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });
  await page.goto(at('manage.html#/import'));
  await person.createVault();
  await bring('old.txt', 'otpauth://totp/Harbour:ada?secret=JBSWY3DPEHPK3PXP');
  await page.getByRole('button', { name: 'Import 1 account' }).click();
  await expect(page.getByText('1 account imported')).toBeVisible();

  await page.getByRole('link', { name: 'Import' }).click();
  await bring(
    'new.txt',
    'otpauth://totp/Harbour:ada?secret=GEZDGNBVGY3TQOJQ\nmotp://Work:dave?secret=e3152afee62599c8',
  );
  await expect(page.getByText('Same name, different key')).toBeVisible();
  await page.getByLabel('What to do with Harbour').selectOption('Replace the saved one');
  await expect(page.getByRole('button', { name: 'Import 1 account' })).toBeVisible();
  await page.getByLabel('PIN', { exact: true }).fill('1234');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Import 2 accounts' }).click();
  await expect(page.getByText('2 accounts imported')).toBeVisible();
  await expect(page.getByText('Harbour', { exact: true })).toHaveCount(1);
  await expect(page.getByText('Work', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Work', { exact: true })).toHaveCount(0);

  await page.getByRole('link', { name: 'Vault security' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Back up now' }).click();
  const backup = await readDownload(await (await downloading).path());
  await page.getByRole('link', { name: 'Import' }).click();
  await bring('mine.tessera', backup);
  const dialog = page.getByRole('dialog', { name: 'Restore a backup' });
  await expect(dialog.getByText('mine.tessera')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('Passphrase or recovery key').fill(passphrase);
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(dialog.getByText('2 accounts · 2 unchanged')).toBeVisible();
  await dialog.getByRole('button', { name: 'Merge into my vault' }).click();
  await expect(page.getByText('Restored')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
});
