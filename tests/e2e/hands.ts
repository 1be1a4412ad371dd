import { expect } from '@playwright/test';
import type { Locator, Page } from 'puppeteer-core';
import { patience } from './patience';
import { waitUntil } from './waitUntil';

/** Waits until a control is enabled, and returns the control. */
async function enabled<T extends Locator<Element>>(control: T): Promise<T> {
  const isEnabled = control.map((element) => !element.hasAttribute('disabled'));
  await expect.poll(() => isEnabled.wait()).toBe(true);
  return control;
}

/** Returns a user's actions on a page of the desktop fixture. Controls are found by their accessible names. */
export function hands(page: Page) {
  page.setDefaultTimeout(patience);
  /** The driver's own wait for an enabled control builds a function from text, which some pages' policy forbids. */
  const locate = (selector: string) => page.locator(selector).setWaitForEnabled(false);
  const named = (role: string, name: string) => locate(`aria/${name}[role="${role}"]`);
  // Finds a field by its label's text, because Firefox gives password fields no role.
  const labelled = (words: string) =>
    locate(`::-p-xpath(//*[@id = //label[normalize-space() = "${words}"]/@for])`);

  /**
   * Runs an action on the page. If the action fails, throws its error again with the page's text at that time.
   */
  const orTell = async <T>(what: string, doing: Promise<T>): Promise<T> => {
    try {
      return await doing;
    } catch (cause) {
      const words = await page.evaluate(() => document.body.innerText).catch(() => 'is gone');
      throw new Error(`${what}. The page says: ${words}`, { cause });
    }
  };

  return {
    page,
    click: (name: string, role = 'button') =>
      orTell(
        `No click on the ${role} "${name}"`,
        enabled(named(role, name)).then((control) => control.click()),
      ),
    fill: (label: string, text: string) =>
      orTell(
        `Nothing typed into "${label}"`,
        enabled(labelled(label)).then((field) => field.fill(text)),
      ),
    /** Returns the text in a field. */
    read: (label: string) =>
      labelled(label)
        .map((field) => (field as HTMLInputElement).value)
        .wait(),
    /** Waits until a text is on the page. */
    see: (text: string) =>
      orTell(`"${text}" did not show`, page.locator(`::-p-text(${text})`).wait()),
    /** Returns the first six-digit code on the page, without its space, once the code differs from `not`. */
    code: (not = ''): Promise<string> =>
      waitUntil(
        page,
        (used) => {
          const code = /\b\d{3} \d{3}\b/.exec(document.body.innerText)?.[0].replace(' ', '');
          return code !== used && code;
        },
        not,
      ).then(String),
  };
}
