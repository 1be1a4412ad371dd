import type { BrowserContext } from '@playwright/test';
import { authenticator } from './authenticator';
import { companion, service } from './companion';
import { dumpStorage } from './dumpStorage';
import { expect, test } from './fixtures';
import { fromBase32, inClear } from './inClear';
import { oathtool } from './oathtool';

type At = (page: string) => string;

const openCompanion = async (context: BrowserContext, at: At) => {
  const site = companion(await context.newPage());
  await site.page.goto(at('options.html'));
  return site;
};

const openPopup = async (context: BrowserContext, at: At) => {
  const popup = authenticator(await context.newPage());
  await popup.page.goto(at('popup.html'));
  return popup;
};

test('sets up 2FA by a typed secret key, signs in with a code, and stores nothing unencrypted', async ({
  context,
  at,
}) => {
  const site = await openCompanion(context, at);
  await site.signIn();
  await site.openSecurity();
  await site.expectStatus('Disabled');
  const key = await site.startSetUp();
  const backupCodes = await site.backupCodes();
  expect(backupCodes).toHaveLength(10);

  const manage = authenticator(await context.newPage());
  await manage.page.goto(at('manage.html#/add'));
  await manage.createVault();
  await manage.addByKey({ site: service, name: 'ben', key });
  const popup = await openPopup(context, at);
  const first = await popup.digits(service);

  await site.page.bringToFront();
  await site.finishSetUp(first);
  await site.expectStatus('Enabled');
  await site.signOut();
  await site.signIn();
  await expect(site.page.getByRole('heading', { name: 'Two-factor authentication' })).toBeVisible();

  await site.answerChallenge(first);
  await expect(site.page.getByText('Incorrect code. Check your authenticator app')).toBeVisible();
  const second = await popup.digitsAfter(service, first);
  await site.answerChallenge(second);
  await site.expectSignedIn();

  const stored = await dumpStorage(popup.page);
  const codes = Object.fromEntries(
    backupCodes.map((code, index) => [`backup code ${index}`, code]),
  );
  const bare = Object.fromEntries(
    backupCodes.map((code, index) => [`backup code ${index}, bare`, code.replaceAll('-', '')]),
  );
  const secrets = { secret: fromBase32(key), key, first, second, ...codes, ...bare };
  expect(inClear(stored, secrets)).toEqual([]);
});

test("a wrong code doesn't turn on 2FA, and the same secret key stays on the screen", async ({
  context,
  at,
}) => {
  const site = await openCompanion(context, at);
  await site.signIn();
  await site.openSecurity();
  const key = await site.startSetUp();
  const right = oathtool(key);
  await site.finishSetUp(right === '000000' ? '000001' : '000000');
  await expect(site.dialog.getByText('Incorrect code. Check your authenticator app')).toBeVisible();
  expect(await site.dialog.locator('dd code').innerText()).toBe(key);
  await site.dialog.getByRole('button', { name: 'Cancel' }).click();
  await site.expectStatus('Disabled');
});

test('a backup code signs in only once', async ({ context, at }) => {
  const site = await openCompanion(context, at);
  await site.signIn();
  await site.openSecurity();
  const key = await site.startSetUp();
  const [backupCode = ''] = await site.backupCodes();
  await site.finishSetUp(oathtool(key));
  await site.expectStatus('Enabled');

  await site.signOut();
  await site.signIn();
  await site.answerWithBackupCode(backupCode);
  await site.expectSignedIn();
  await expect(site.page.getByText('You signed in with a backup code. 9 left.')).toBeVisible();

  await site.signOut();
  await site.signIn();
  await site.answerWithBackupCode(backupCode);
  await expect(site.page.getByText('Incorrect code.')).toBeVisible();
});
