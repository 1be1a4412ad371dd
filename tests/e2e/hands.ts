import type { Page } from 'puppeteer-core';
import { patience } from './patience';

/** Returns a user's actions on a page of the desktop fixture. Controls are found by their accessible names. */
export function hands(page: Page) {
  page.setDefaultTimeout(patience);
  const named = (role: string, name: string) => page.locator(`aria/${name}[role="${role}"]`);
  // Finds a field by its label's text, because Firefox gives password fields no role.
  const labelled = (words: string) =>
    page.locator(`::-p-xpath(//*[@id = //label[normalize-space() = "${words}"]/@for])`);

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
      orTell(`No click on the ${role} "${name}"`, named(role, name).click()),
    fill: (label: string, text: string) =>
      orTell(`Nothing typed into "${label}"`, labelled(label).fill(text)),
    /** Returns the text in a field. */
    read: (label: string) =>
      labelled(label)
        .map((field) => (field as HTMLInputElement).value)
        .wait(),
    /** Waits until a text is on the page. */
    see: (text: string) =>
      orTell(`"${text}" did not show`, page.locator(`::-p-text(${text})`).wait()),
    /** Returns the first six-digit code on the page, without its space, once the code differs from `not`. */
    async code(not = ''): Promise<string> {
      const found = await page.waitForFunction(
        (used) => {
          const code = /\b\d{3} \d{3}\b/.exec(document.body.innerText)?.[0].replace(' ', '');
          return code !== used && code;
        },
        { polling: 200 },
        not,
      );
      return String(await found.jsonValue());
    },
  };
}
