import { expect, type Locator, type Page } from '@playwright/test';

/** A valid passphrase for tests. */
export const passphrase = 'seven tiles of terracotta';

const codeShape = /^\d{3} \d{3}$/;

/** A person's actions on the authenticator's pages. The popup is in a tab here; see desktop.ts for the real one. */
export function authenticator(page: Page) {
  const row = (issuer: string): Locator =>
    page.getByRole('listitem').filter({ has: page.getByText(issuer, { exact: true }) });
  const code = (issuer: string): Locator => row(issuer).getByText(codeShape).first();

  return {
    page,
    row,
    /** Returns the displayed code with its grouping. */
    code,
    /** Returns the six digits once they are shown. */
    async digits(issuer: string): Promise<string> {
      await expect(code(issuer)).toBeVisible();
      return (await code(issuer).innerText()).replaceAll(/\D/g, '');
    },
    /** Waits for other digits than these, because a site accepts a code only once. */
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
