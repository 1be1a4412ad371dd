import { expect } from '@playwright/test';
import type { Page } from 'puppeteer-core';

/**
 * Returns a user's actions on a Firefox page, each done by a script in the page. The driver's own clicks wait for
 * painted frames, which come late on a busy machine. While a dialog is open, controls are found in it alone.
 */
export function scriptHands(page: Page) {
  /** Repeats `act` in the page until it returns true. Throws an error with the page's text if it never does. */
  async function until(
    act: (words: string, value: string) => boolean,
    words: string,
    value = '',
  ): Promise<void> {
    try {
      await expect
        .poll(() => page.evaluate(act, words, value).catch(() => false), { intervals: [100] })
        .toBe(true);
    } catch (cause) {
      const text = await page.evaluate(() => document.body.innerText).catch(() => 'is gone');
      throw new Error(`"${words}" did not show. The page says: ${text}`, { cause });
    }
  }

  /**
   * Clicks or focuses a button or link once it is enabled. Finds it by its label, or by the first line of its text.
   */
  const reach = (name: string, action: 'click' | 'focus') =>
    until(
      (words, way) => {
        const root = document.querySelector('dialog[open]') ?? document;
        const control = [...root.querySelectorAll<HTMLElement>('button:enabled, a')].find(
          (each) => (each.ariaLabel ?? each.innerText.split('\n')[0])?.trim() === words,
        );
        control?.[way as 'click']();
        return control !== undefined;
      },
      name,
      action,
    );

  return {
    page,
    click: (name: string) => reach(name, 'click'),
    /** Presses Enter on a button, because the browser asks for permissions only after real input. */
    async enter(name: string): Promise<void> {
      await page.bringToFront();
      await reach(name, 'focus');
      await page.keyboard.press('Enter');
    },
    /** Sets the text of a field, found by its label. */
    fill: (label: string, text: string) =>
      until(
        (words, value) => {
          const root = document.querySelector('dialog[open]') ?? document;
          const field = [...root.querySelectorAll('label')].find(
            (each) => each.innerText.trim() === words,
          )?.control;
          if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement))
            return false;
          field.value = value;
          field.dispatchEvent(new Event('input', { bubbles: true }));
          return true;
        },
        label,
        text,
      ),
    /** Waits until a text is on the page. */
    see: (text: string) => until((words) => document.body.innerText.includes(words), text),
    /** Waits until a text is no longer on the page. */
    unsee: (text: string) => until((words) => !document.body.innerText.includes(words), text),
    /** Waits until no element matches the selector. */
    gone: (selector: string) => until((words) => !document.querySelector(words), selector),
    /** Waits for an element, and returns its text. */
    async textOf(selector: string): Promise<string> {
      await until((words) => document.querySelector(words) !== null, selector);
      return page.$eval(selector, (element) => (element as HTMLElement).innerText);
    },
    /** Opens a page of the extension, such as `#/sync`. */
    goTo: (place: string) => page.evaluate((hash) => void (location.hash = hash), place),
  };
}

export type ScriptHands = ReturnType<typeof scriptHands>;
