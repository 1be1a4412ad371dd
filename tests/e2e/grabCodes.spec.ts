import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, extensionFolder, test } from './fixtures';
import { codePages, pageWithoutCodes, shownCodes } from './pages/codePages';

const grabScript = readFileSync(join(extensionFolder, 'grab-codes.js'), 'utf8');

/** Returns what the injected script finds. */
async function grabbed(page: Page) {
  const found: { codes: { code: string }[]; isMarked: boolean } = await page.evaluate(grabScript);
  return { codes: found.codes.map(({ code }) => code), isMarked: found.isMarked };
}

test('reads the visible backup codes of a page, and nothing from a hidden frame', async ({
  page,
}) => {
  const codes = ['5521-8830', '9174-2260', '3309-7741', '8826-1093'];
  await page.setContent(`<h1>Backup codes</h1><pre>${codes.join('\n')}</pre>
    <div style="display:none"><iframe srcdoc="<body><p>x</p><script>const K=[1116352408,1899447441,3049323471,3921009573,
    3964484399,1508970993,2453635748,2870763221,3624381080,1310598401,1607167915,1426881987];</script></body>"></iframe></div>`);
  const found = await Promise.all(
    page.frames().map((frame) => frame.evaluate<{ codes: { code: string }[] }>(grabScript)),
  );
  expect(found.map((one) => one.codes.map(({ code }) => code))).toEqual([codes, []]);
});

test('finds the backup codes that a page shows, and ignores similar text', async ({ page }) => {
  for (const { name, body } of codePages) {
    await page.setContent(body);
    expect((await grabbed(page)).codes, name).toEqual(shownCodes);
  }
  await page.setContent(pageWithoutCodes);
  expect((await grabbed(page)).codes).toEqual([]);
});

test("returns only the codes in the user's selection, if there is a selection", async ({
  page,
}) => {
  await page.setContent(`<p id="mine">Mine: k7q2m-9xw4t, p3d8v-5zn6r</p>${codePages[0]?.body}`);
  await page.evaluate(() =>
    document.getSelection()?.selectAllChildren(document.querySelector('#mine') ?? document),
  );
  expect(await grabbed(page)).toEqual({ codes: ['k7q2m-9xw4t', 'p3d8v-5zn6r'], isMarked: true });
});
