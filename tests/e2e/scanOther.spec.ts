import { writeFileSync } from 'node:fs';
import { makeOtp } from '../../lib/otp';
import { writeMigrationUris } from '../../lib/transfer';
import { authenticator } from './authenticator';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { screen4k } from './qrPicture';
import { key, enrolment, png, openAdd, choose } from './addPage';

test('an export in three codes can be scanned in any order, and continues after the page was closed', async ({
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

test('decodes a 4K image without a task of over 50 ms that would block the page', async ({
  context,
  at,
}, testInfo) => {
  const page = await openAdd(context, at);
  // Reads the image from a file, as a user would. Otherwise the page itself would have to decode the test's
  // bytes.
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
  // On a busy machine any task can be interrupted once. A task that is really too long is too long in every run.
  const runs: number[][] = [];
  for (let i = 0; i < 5 && !runs.some((tasks) => tasks.length === 0); i++)
    runs.push(await longTasksOfOneScan());
  expect(runs.at(-1), JSON.stringify(runs)).toEqual([]);
});

test("explains a page that the browser doesn't let extensions read, and offers alternatives", async ({
  context,
  at,
}) => {
  // Without a user's click on the toolbar button, extensions can't read the active page.
  const page = await context.newPage();
  await page.goto(at('popup.html'));
  await authenticator(page).createVault();
  await page.getByRole('button', { name: 'Scan this page' }).first().click();
  await expect(page.getByText("The browser doesn't let extensions read this page.")).toBeVisible();
  await expect(page.getByRole('button', { name: 'Other ways to scan' })).toBeVisible();
  await expectAccessible(page);
});
