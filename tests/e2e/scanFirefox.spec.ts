import { expect, test } from '@playwright/test';
import { openDisplay } from '../support/display.mjs';
import { launchWithExtension } from '../support/launch.mjs';
import { answerBrowser } from './answerBrowser';
import { passphrase } from './authenticator';
import { findFirefoxPage, firefoxCompanion, firefoxPage } from './firefoxPage';
import { hands } from './hands';
import { openSite } from './openSite';

const key = 'JBSWY3DPEHPK3PXP';

test('in Firefox, saves the account of a web+otpauth link that is clicked on a page', async () => {
  const display = await openDisplay();
  const link = `web+otpauth://totp/Handed:alice?secret=${key}&amp;issuer=Handed`;
  const site = await openSite({ '/': `<a href="${link}">Set up on this device</a>` });
  const { browser } = await launchWithExtension('firefox', { env: display.env });
  try {
    await firefoxCompanion(browser);
    const page = await browser.newPage();
    await page.goto(`${site.origin}/`);
    await page.bringToFront();
    await answerBrowser({
      ask: () => page.click('a'),
      press: display.press,
      // The prompt "Allow this site to open the web+otpauth link with Tessera?" needs three Tab presses before
      // "Open Link".
      keys: ['Tab', 'Tab', 'Tab', 'Return'],
      isAnswered: async () => (await findFirefoxPage(browser, '/manage.html')) !== null,
    });

    const manage = hands(await firefoxPage(browser, '/manage.html'));
    await manage.see('Create your vault');
    expect(await manage.page.evaluate('location.href')).not.toContain(key);
    await manage.fill('Passphrase', passphrase);
    await manage.fill('Confirm passphrase', passphrase);
    await manage.click('Create vault');
    await manage.see('1 account found');
    await manage.click('Save account');
    await manage.see('1 account saved');
  } finally {
    await browser.close();
    await display.close();
    site.close();
  }
});
