import { expect } from '@playwright/test';
import { test } from './desktop';

test('the shortcut opens the popup over a page, and the popup may look at that page', async ({
  desktop,
}) => {
  const page = await desktop.browser.newPage();
  await page.goto('data:text/html,<h1>A page</h1>');
  const popup = await desktop.openPopup();
  const picture = await popup.evaluate('chrome.tabs.captureVisibleTab()');
  expect(picture).toMatch(/^data:image\/jpeg;base64,/);
});
