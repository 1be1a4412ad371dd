import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures';
import { fillScript } from './fillScript';
import { openSite } from './openSite';

const code = '482190';

/** Pages after sites that were once filled wrongly. Fields with `data-wanted` together take the code. */
const folder = join(import.meta.dirname, 'pages/cases');
const names = readdirSync(folder).map((file) => file.replace('.html', ''));

/** Returns the text of the wanted fields, and the texts of all other fields. */
const textsOf = () => {
  const wanted = document.querySelectorAll<HTMLInputElement>('input[data-wanted]');
  const others = document.querySelectorAll<HTMLInputElement>('input:not([data-wanted])');
  return {
    wanted: [...wanted].map(({ value }) => value).join(''),
    others: [...others].map(({ value }) => value),
  };
};

test('fills pages that were once filled wrongly, and changes no other field', async ({ page }) => {
  const pages = names.map((name) => [
    `/${name}`,
    readFileSync(join(folder, `${name}.html`), 'utf8'),
  ]);
  const site = await openSite(Object.fromEntries(pages));
  for (const name of names) {
    await page.goto(`${site.origin}/${name}`);
    await page.addScriptTag({ content: fillScript });
    const before = await page.evaluate(textsOf);
    const isPointed = name.startsWith('pointed-at');
    if (isPointed) await page.locator('[data-wanted]').focus();
    const outcome = await page.evaluate(
      `tesseraFill('${code}', '127.0.0.1', 'code', false, ${isPointed})`,
    );
    // Waits longer than any of these pages takes to render.
    await page.waitForTimeout(80);
    const isCaptcha = name === 'captcha-focused';
    const after = { ...before, wanted: isCaptcha ? '' : code };
    expect(outcome, name).toMatch(isCaptcha ? /^none$/ : /^(?:field|boxes)$/);
    expect(await page.evaluate(textsOf), name).toEqual(after);
  }
  site.close();
});
