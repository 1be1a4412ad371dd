import { expect, type Locator, type Page } from '@playwright/test';

/** A valid passphrase for tests. */
export const passphrase = 'seven tiles of terracotta';

const codeShape = /^\d{3} \d{3}$/;

/**
 * Returns a user's actions on the authenticator's pages. The popup opens in a tab here; desktop.ts opens the real
 * popup.
 */
export function authenticator(page: Page) {
  const row = (issuer: string): Locator =>
    page.getByRole('listitem').filter({ has: page.getByText(issuer, { exact: true }) });
  const code = (issuer: string): Locator => row(issuer).getByText(codeShape).first();

  return {
    page,
    row,
    /** Returns the locator of the displayed code, which contains a space between its groups. */
    code,
    /** Returns the six digits of the code once it is shown. */
    async digits(issuer: string): Promise<string> {
      await expect(code(issuer)).toBeVisible();
      return (await code(issuer).innerText()).replaceAll(/\D/g, '');
    },
    /** Waits until the code differs from `used`, because a site accepts a code only once. */
    async digitsAfter(issuer: string, used: string): Promise<string> {
      const grouped = used.replace(/^(...)/, '$1 ');
      await expect(code(issuer)).not.toHaveText(grouped);
      return (await code(issuer).innerText()).replaceAll(/\D/g, '');
    },
    async createVault(words = passphrase): Promise<void> {
      await page.getByLabel('Passphrase', { exact: true }).fill(words);
      await page.getByLabel('Confirm passphrase').fill(words);
      await page.getByRole('button', { name: 'Create vault' }).click();
    },
    async unlock(words = passphrase): Promise<void> {
      await page.getByLabel('Passphrase', { exact: true }).fill(words);
      await page.getByRole('button', { name: 'Unlock' }).click();
    },
    async addByKey(account: { site: string; name: string; key: string }): Promise<void> {
      await page.getByLabel('Site or company').fill(account.site);
      await page.getByLabel('Account name').fill(account.name);
      await page.getByRole('textbox', { name: 'Secret key' }).fill(account.key);
      await page.getByRole('button', { name: 'Save account' }).click();
    },
  };
}
