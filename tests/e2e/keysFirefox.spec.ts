import { expect, test } from '@playwright/test';
import { openDisplay } from '../support/display.mjs';
import { launchWithExtension } from '../support/launch.mjs';
import { findFirefoxPage, firefoxPage } from './firefoxPage';

test('in Firefox, the default shortcuts reach the extension and open no browser menu', async () => {
  test.slow();
  const display = await openDisplay();
  const { browser } = await launchWithExtension('firefox', { env: display.env });
  const own = async () =>
    (await findFirefoxPage(browser, '/manage.html')) ??
    (await findFirefoxPage(browser, '/options.html'));
  await expect.poll(async () => (await own()) !== null).toBe(true);
  const page = (await own()) ?? (await firefoxPage(browser, '/manage.html'));
  await page.evaluate(
    'window.heard = []; browser.commands.onCommand.addListener((name) => heard.push(name))',
  );
  await page.bringToFront();
  await expect(async () => {
    await display.press('alt+0');
    await display.press('alt+period');
    expect(await page.evaluate('heard')).toEqual(
      expect.arrayContaining(['fill-code', 'lock-vault']),
    );
  }).toPass();
  await display.press('Escape');
  const popups = () =>
    page.evaluate(
      "browser.runtime.getContexts({ contextTypes: ['POPUP'] }).then(({ length }) => length)",
    );
  await expect(async () => {
    await display.press('alt+comma');
    await expect.poll(popups, { timeout: 5000 }).toBe(1);
  }).toPass();
  await browser.close();
  await display.close();
});
