import { test as base } from '@playwright/test';
import type { Browser, Page } from 'puppeteer-core';
import { openDisplay } from '../support/display.mjs';
import { launchWithExtension } from '../support/launch.mjs';

/**
 * The extension as a person meets it: a browser window on a screen, and real keys. Only a real gesture
 * opens the real popup over a page and lets it look at that page. (Playwright does not see action popups;
 * puppeteer does.)
 */
export interface Desktop {
  browser: Browser;
  /** The page that a newcomer sees: it opened by itself at installation. */
  companion: Page;
  /** Presses the extension's shortcut and answers the popup that opened. */
  openPopup: () => Promise<Page>;
}

export const test = base.extend<{ desktop: Desktop }>({
  // Playwright wants a destructuring pattern even where nothing is used.
  // oxlint-disable-next-line no-empty-pattern
  desktop: async ({}, use) => {
    const display = await openDisplay();
    const { browser, extensionId } = await launchWithExtension('chrome', { env: display.env });
    const pageAt = async (name: string) => {
      const address = `chrome-extension://${extensionId}/${name}`;
      const target = await browser.waitForTarget((candidate) =>
        candidate.url().startsWith(address),
      );
      return target.asPage();
    };
    const companion = await pageAt('options.html');
    const openPopup = async () => {
      await display.press('alt+shift+y');
      return pageAt('popup.html');
    };
    await use({ browser, companion, openPopup });
    await browser.close();
    await display.close();
  },
});
