import { expect, test as base } from '@playwright/test';
import type { Browser, Page } from 'puppeteer-core';
import { openDisplay } from '../support/display.mjs';
import { launchWithExtension } from '../support/launch.mjs';
import { patience } from './patience';

/**
 * The extension in a browser window on a virtual screen, driven by real key presses. Only a real user gesture
 * opens the popup over a page and grants access to the page. Uses puppeteer, because Playwright doesn't see
 * action popups.
 */
export interface Desktop {
  browser: Browser;
  /** The demo service, in the tab of the welcome page that opens by itself at installation. */
  companion: Page;
  /** Presses the extension's shortcut. Returns the popup that opened over the active page. */
  openPopup: () => Promise<Page>;
  /** Returns the popup once it is open. */
  popupPage: () => Promise<Page>;
  /** Closes the popup with Escape, and waits until it is gone. */
  closePopup: () => Promise<void>;
  /** Waits until the popup closes by itself. */
  popupGone: () => Promise<void>;
  /** Presses a key, by xdotool's name, wherever the focus is, even in a browser dialog. */
  press: (key: string) => Promise<void>;
  /**
   * Opens a browser menu and chooses the item at `place`, counted from the end, starting at 1. A busy browser may
   * miss a key while it shows the menu, so this starts over if `chosen` throws.
   */
  chooseFromEnd: (
    openMenu: () => Promise<void>,
    place: number,
    chosen: () => Promise<void>,
  ) => Promise<void>;
  /** Locks the computer's screen, as a screen saver does. */
  lockScreen: () => Promise<void>;
  unlockScreen: () => Promise<void>;
}

export const test = base.extend<{ desktop: Desktop }>({
  // Playwright requires a destructuring pattern even if nothing is used.
  // oxlint-disable-next-line no-empty-pattern
  desktop: async ({}, use) => {
    const display = await openDisplay();
    const { browser, extensionId } = await launchWithExtension('chrome', { env: display.env });
    const address = (name: string) => `chrome-extension://${extensionId}/${name}`;
    const pageAt = async (name: string) => {
      const target = await browser.waitForTarget((open) => open.url().startsWith(address(name)), {
        timeout: patience,
      });
      return target.asPage();
    };
    const isPopupOpen = () =>
      browser.targets().some((open) => open.url().startsWith(address('popup.html')));

    const companion = await pageAt('manage.html');
    await companion.goto(address('options.html'));
    const popupPage = () => pageAt('popup.html');
    const popupGone = () => expect.poll(isPopupOpen).toBe(false);
    const openPopup = async () => {
      // Waits first, because a closing popup would be mistaken for the new popup.
      await popupGone();
      await display.press('alt+comma');
      return popupPage();
    };
    const closePopup = async () => {
      // The first Esc closes only a dialog that is open in the popup.
      await expect(async () => {
        if (isPopupOpen()) await display.press('Escape');
        await expect.poll(isPopupOpen, { timeout: 5000 }).toBe(false);
      }).toPass();
    };
    const { press, countWindows, lockScreen, unlockScreen } = display;
    const chooseFromEnd: Desktop['chooseFromEnd'] = (openMenu, place, chosen) =>
      expect(async () => {
        const before = await countWindows();
        await openMenu();
        await expect.poll(countWindows).toBeGreaterThan(before);
        for (let at = 0; at < place; at++) await press('Up');
        await press('Return');
        try {
          await chosen();
        } catch (failure) {
          // Closes the menu if it's still open.
          await press('Escape');
          throw failure;
        }
      }).toPass();
    const pages = { browser, companion, openPopup, popupPage, closePopup, popupGone };
    await use({ ...pages, press, chooseFromEnd, lockScreen, unlockScreen });
    await browser.close();
    await display.close();
  },
});
