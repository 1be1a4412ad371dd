import { passphrase } from './authenticator';
import type { Desktop } from './desktop';
import { hands } from './hands';

/** The default secret key of test accounts. */
export const key = 'JBSWY3DPEHPK3PXPJ6NHYC7B2KBTUVLG';

/**
 * Creates a vault with accounts of these issuers, added by hand and linked to a host if one is
 * given.
 */
export async function addAccounts(
  { browser, companion }: Desktop,
  accounts: readonly { issuer: string; secret?: string; host?: string }[],
) {
  const page = await browser.newPage();
  const add = hands(page);
  await page.goto(new URL('/manage.html#/add', companion.url()).href);
  await add.fill('Passphrase', passphrase);
  await add.fill('Confirm passphrase', passphrase);
  await add.click('Create vault');
  for (const { issuer, secret = key, host } of accounts) {
    await add.fill('Site or company', issuer);
    await add.fill('Account name', 'ada@example.com');
    await add.fill('Secret key', secret);
    await add.click('Save account');
    await page.waitForFunction(() => location.hash.startsWith('#/account/'));
    if (host) {
      await add.fill('Site', host);
      await add.click('Add site');
      await page.locator(`aria/Remove ${host}`).wait();
    }
    await page.goto(new URL('/manage.html#/add', companion.url()).href);
  }
}
