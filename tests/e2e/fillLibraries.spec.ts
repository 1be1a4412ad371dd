import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { buildLibraries, libraries } from './libraries/build.mjs';
import { fillScript } from './fillScript';
import { openSite } from './openSite';

const code = '482190';

let folder = '';
let site: Awaited<ReturnType<typeof openSite>>;

test.beforeAll(async () => {
  // The first run also installs the libraries.
  test.setTimeout(10 * 60_000);
  folder = await buildLibraries();
  site = await openSite({
    '/': `<h1>Two-factor authentication</h1><p>Enter the 6-digit code from your app.</p>
      <form><label>User name <input name="username" value="ada"></label><div id="app"></div></form>`,
  });
});

test.afterAll(() => site.close());

/** Returns the combined value of the library's visible fields. */
const shown = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('#app input')]
      .filter((input) => input.type !== 'hidden' && input.getBoundingClientRect().width > 4)
      .map(({ value }) => value)
      .join(''),
  );

test('the fill script is tested with ten input libraries', () => {
  expect(libraries).toHaveLength(10);
});

for (const library of libraries)
  test(`${library}: gets the whole code, and the tab stays responsive`, async ({ page }) => {
    await page.route('**/*.js', (route) =>
      route.fulfill({ path: join(folder, new URL(route.request().url()).pathname) }),
    );
    await page.goto(site.origin);
    await page.addScriptTag({ type: 'module', url: `/${library}.js` });
    await expect(page.locator('#app input').first()).toBeAttached();
    await page.addScriptTag({ content: fillScript });
    const outcome = await page.evaluate(`tesseraFill('${code}', '127.0.0.1', 'code', false)`);
    expect(outcome).toMatch(/^(?:field|boxes)$/);
    await page.waitForTimeout(300);
    expect(await shown(page)).toBe(code);
    expect(await page.locator('[name=username]').inputValue()).toBe('ada');
    expect(await page.evaluate('1 + 1')).toBe(2);
  });
