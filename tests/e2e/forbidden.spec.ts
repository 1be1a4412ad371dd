import { authenticator } from './authenticator';
import { expect, test } from './fixtures';

test("the popup explains that a page without access can't be scanned", async ({ context, at }) => {
  const popup = authenticator(await context.newPage());
  await popup.page.goto(at('popup.html'));
  await popup.createVault();
  // The popup was opened without a user gesture, so the browser denies the screenshot, as it does on protected
  // pages.
  await popup.page.getByRole('button', { name: 'Scan this page' }).first().click();
  await expect(
    popup.page.getByText("The browser doesn't let extensions read this page."),
  ).toBeVisible();
  await popup.page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(popup.page.getByText('Add your first account')).toBeVisible();
});
