import type { BrowserContext, Page } from '@playwright/test';
import { authenticator } from './authenticator';
import { expect } from './fixtures';
import { painted } from './painted';
import { qrPicture } from './qrPicture';

export const key = 'JBSWY3DPEHPK3PXP';
export const enrolment = (issuer: string, account = 'alice@example.com', secret = key) =>
  `otpauth://totp/${issuer}:${account}?secret=${secret}&issuer=${issuer}`;

export const png = (name: string, text: string) => ({
  name,
  mimeType: 'image/png',
  buffer: qrPicture(text),
});

export async function openAdd(
  context: BrowserContext,
  at: (page: string) => string,
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(at('manage.html#/add'));
  await authenticator(page).createVault();
  await expect(page.getByRole('button', { name: 'Choose images' })).toBeVisible();
  await painted(page);
  return page;
}

export const choose = (
  page: Page,
  ...files: Parameters<ReturnType<Page['locator']>['setInputFiles']>
) => page.locator('input[type=file]').setInputFiles(...files);
