import { expect, test as base } from '@playwright/test';
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
  /** Presses the extension's shortcut and answers the popup that opened over the page in front. */
  openPopup: () => Promise<Page>;
  /** The popup, once it is open. */
  popupPage: () => Promise<Page>;
  /** Closes the popup as Escape does, and waits until it is gone. */
  closePopup: () => Promise<void>;
  /** Presses a key, in xdotool's words, wherever the focus is: in a menu of the browser, say. */
  press: (key: string) => Promise<void>;
  /** Locks the computer's screen, as its screen saver does. */
  lockScreen: () => Promise<void>;
  unlockScreen: () => Promise<void>;
}

export const test = base.extend<{ desktop: Desktop }>({
  // Playwright wants a destructuring pattern even where nothing is used.
  // oxlint-disable-next-line no-empty-pattern
  desktop: async ({}, use) => {
    const display = await openDisplay();
    const { browser, extensionId } = await launchWithExtension('chrome', { env: display.env });
    const address = (name: string) => `chrome-extension://${extensionId}/${name}`;
    const pageAt = async (name: string) => {
      const target = await browser.waitForTarget((open) => open.url().startsWith(address(name)));
      return target.asPage();
    };
    const isPopupOpen = () =>
      browser.targets().some((open) => open.url().startsWith(address('popup.html')));

    const companion = await pageAt('options.html');
    const popupPage = () => pageAt('popup.html');
    const openPopup = async () => {
      await display.press('alt+shift+y');
      return popupPage();
    };
    const closePopup = async () => {
      await display.press('Escape');
      await expect.poll(isPopupOpen).toBe(false);
    };
    const { press, lockScreen, unlockScreen } = display;
    const pages = { browser, companion, openPopup, popupPage, closePopup };
    await use({ ...pages, press, lockScreen, unlockScreen });
    await browser.close();
    await display.close();
  },
});
