import { authenticator } from './authenticator';
import { expect, test } from './fixtures';

test('a page that the extension was not asked to look at stays unseen, and a sentence says so', async ({
  context,
  at,
}) => {
  const popup = authenticator(await context.newPage());
  await popup.page.goto(at('popup.html'));
  await popup.createVault();
  // No gesture opened this popup, so the browser refuses the picture as it does for its protected pages.
  await popup.page.getByRole('button', { name: 'Scan this page' }).first().click();
  await expect(
    popup.page.getByText("The browser doesn't let extensions look at this page."),
  ).toBeVisible();
  await popup.page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(popup.page.getByText('Add your first account')).toBeVisible();
});
