import { authenticator } from './authenticator';
import { expectAccessible } from './axe';
import { companion, service } from './companion';
import { dumpStorage } from './dumpStorage';
import { expect, test } from './fixtures';
import { inClear } from './inClear';

test('"Save to Tessera" offers the backup codes for review, and saves them encrypted with their account', async ({
  context,
  at,
}) => {
  const site = companion(await context.newPage());
  await site.page.goto(at('options.html'));
  await site.signIn();
  await site.openSecurity();
  const key = await site.startSetUp();
  const codes = await site.backupCodes();
  const manage = authenticator(await context.newPage());
  await manage.page.goto(at('manage.html#/add'));
  await manage.createVault();
  await manage.addByKey({ site: service, name: 'ben@larkfield.example', key });
  await expect(manage.page).toHaveURL(/#\/account\//);

  const opening = context.waitForEvent('page');
  await site.page.bringToFront();
  await site.dialog.getByRole('button', { name: 'Save to Tessera' }).click();
  const offer = await opening;
  await expect(offer.getByText(/^From Larkfield/)).toBeVisible();
  await expect(offer.getByText(codes[0] ?? '-')).toBeVisible();
  await expectAccessible(offer);
  await offer.getByRole('button', { name: 'Save codes', exact: true }).click();
  await expect(offer).toHaveURL(/#\/account\//);
  await expect(offer.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(offer);

  const popup = authenticator(await context.newPage());
  await popup.page.goto(at('popup.html'));
  await expect(popup.row(service).getByTitle('10 backup codes left')).toBeVisible();

  const named = Object.fromEntries(
    codes.flatMap((code, index) => [
      [`backup code ${index}`, code],
      [`backup code ${index}, bare`, code.replaceAll('-', '')],
    ]),
  );
  expect(inClear(await dumpStorage(popup.page), named)).toEqual([]);
});
