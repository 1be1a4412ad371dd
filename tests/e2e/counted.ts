import type { Page } from '@playwright/test';
import { passphrase } from './authenticator';
import { expect } from './fixtures';

/** Wraps a page, and counts the clicks made through the wrapper. */
export function counted(page: Page) {
  let clicks = 0;
  return {
    page,
    clicks: () => clicks,
    async click(name: string | RegExp, role: 'button' | 'link' = 'button') {
      clicks += 1;
      await page.getByRole(role, { name, exact: typeof name === 'string' }).click();
    },
    /** Counts the click that opens the browser's file dialog, and chooses the file. */
    async choose(label: string, file: string) {
      clicks += 1;
      await page.getByLabel(label).setInputFiles(file);
    },
  };
}

/** Creates a vault by the keyboard alone. */
export async function createVault(page: Page): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Confirm passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
}

/** Imports `count` accounts from a file, without scrolling. Returns the number of clicks. */
export async function importFile(page: Page, file: string, count: number) {
  const hand = counted(page);
  await hand.click('Import', 'link');
  const chooser = page.waitForEvent('filechooser');
  await hand.click('Choose files');
  await (await chooser).setFiles(file);
  const act = `Import ${count} accounts`;
  await expect(page.getByRole('button', { name: act, exact: true })).toBeInViewport({ ratio: 1 });
  await hand.click(act);
  // The page leads to the accounts once they are saved. Before, the preview shows the same number.
  await expect(page).toHaveURL(/#\/accounts$/);
  await expect(page.getByText(`${count} accounts`).first()).toBeVisible();
  return hand.clicks();
}
