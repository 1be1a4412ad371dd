import type { Page } from '@playwright/test';
import { bytesOf, type Fixture, fixtures } from '../unit/transfer/fixtures';

export const choose = async (
  page: Page,
  ...wanted: ((fixture: Fixture) => boolean)[]
): Promise<void> => {
  const files = wanted.map((has) => {
    const found = fixtures.find(has);
    if (!found) throw new Error('There is no such fixture');
    return found;
  });
  const payload = await Promise.all(
    files.map(async (fixture) => ({
      name: fixture.name,
      mimeType: '',
      buffer: Buffer.from(await bytesOf(fixture)),
    })),
  );
  await page.locator('input[type=file]').setInputFiles(payload);
};

export const open = async (page: Page, words: string): Promise<void> => {
  await page.getByLabel('File password', { exact: true }).fill(words);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
};
