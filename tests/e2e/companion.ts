import { expect, type Locator, type Page } from '@playwright/test';

/** The demo service's name in the authenticator. */
export const service = 'Larkfield';

/** Returns a user's actions on the companion page. */
export function companion(page: Page) {
  const button = (name: string, within: Page | Locator = page): Locator =>
    within.getByRole('button', { name, exact: true });
  const dialog = page.getByRole('dialog');

  return {
    page,
    dialog,
    /** Selects a demo user and signs in with the displayed password. */
    async signIn(name = 'Ben Lindqvist'): Promise<void> {
      await button(`Fill in the sign-in for ${name}`).click();
      await button('Sign in').click();
    },
    async signOut(): Promise<void> {
      await page.getByRole('button', { name: /^Account menu for/ }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
      await expect(button('Sign in')).toBeVisible();
    },
    async openSecurity(): Promise<void> {
      await page.getByRole('button', { name: /^Account menu for/ }).click();
      await page.getByRole('menuitem', { name: 'User preferences' }).click();
      await page.getByRole('tab', { name: 'Security' }).click();
    },
    /** Opens the setup dialog with its QR code. Returns the displayed secret key. */
    async startSetUp(): Promise<string> {
      await button('Enable 2FA').click();
      await button('Enable 2FA', dialog).click();
      const key = dialog.locator('dd code');
      await expect(key).toBeVisible();
      return key.innerText();
    },
    /** Returns the backup codes that the setup dialog shows. */
    async backupCodes(): Promise<readonly string[]> {
      const codes = dialog.getByRole('list', { name: 'Backup codes' }).getByRole('listitem');
      await expect(codes).not.toHaveCount(0);
      return codes.allInnerTexts();
    },
    async finishSetUp(code: string): Promise<void> {
      await dialog.getByRole('checkbox', { name: "I've saved these codes" }).check();
      await dialog.getByLabel('Verification code').fill(code);
      await button('Verify', dialog).click();
    },
    async answerChallenge(code: string): Promise<void> {
      await page.getByLabel('Verification code').fill(code);
      await button('Verify').click();
    },
    async answerWithBackupCode(code: string): Promise<void> {
      await button('Use a backup code').click();
      await page.getByLabel('Backup code', { exact: true }).fill(code);
      await button('Verify').click();
    },
    async expectSignedIn(): Promise<void> {
      await expect(page.getByRole('button', { name: /^Account menu for/ })).toBeVisible();
    },
    async expectStatus(status: 'Enabled' | 'Disabled'): Promise<void> {
      await expect(page.getByRole('tabpanel').getByText(status, { exact: true })).toBeVisible();
    },
  };
}
