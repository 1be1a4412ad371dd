import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { authenticator } from './authenticator';
import { expectAccessible } from './axe';
import { film, filmFlags } from './film';
import { expect, idOf, openFresh } from './fixtures';
import { qrPicture } from './qrPicture';

const text = 'otpauth://totp/Filmed:alice?secret=JBSWY3DPEHPK3PXP&issuer=Filmed';

const test = base.extend<{ folder: string }>({
  // Playwright requires a destructuring pattern even if nothing is used.
  // oxlint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'film-'));
    await use(folder);
    rmSync(folder, { recursive: true });
  },
});

test('the camera outlines and reads a code', async ({ folder }) => {
  const file = join(folder, 'film.y4m');
  writeFileSync(file, film(qrPicture(text, { scale: 6 })));
  const context = await openFresh({
    headless: true,
    args: filmFlags(file),
  });
  const page = await context.newPage();
  await page.goto(`chrome-extension://${await idOf(context)}/manage.html#/add`);
  await authenticator(page).createVault();
  // The outline is visible only briefly, so the page itself watches for it.
  const framed = page.waitForFunction(() => document.querySelector('dialog polygon') !== null);
  await page.getByRole('button', { name: 'Use the camera' }).click();
  await framed;
  await expect(page.getByLabel('Site or company').first()).toHaveValue('Filmed');
  await expect(page.locator('dialog video')).toBeHidden();
  await context.close();
});

test('reports a missing camera, and says what to do instead', async () => {
  const context = await openFresh({ headless: true, args: ['--use-fake-ui-for-media-stream'] });
  const page = await context.newPage();
  await page.goto(`chrome-extension://${await idOf(context)}/manage.html#/add`);
  await authenticator(page).createVault();
  await page.getByRole('button', { name: 'Use the camera' }).click();
  await expect(page.getByText('No camera was found.')).toBeVisible();
  await expectAccessible(page);
  await context.close();
});

test('scans another window from one screenshot of it', async () => {
  const context = await openFresh({
    headless: true,
    args: [
      '--window-size=1280,900',
      '--auto-select-tab-capture-source-by-title=A site with a code',
    ],
  });
  const site = await context.newPage();
  await site.setContent(
    `<title>A site with a code</title><img src="data:image/png;base64,${qrPicture(text).toString('base64')}">`,
  );
  const page = await context.newPage();
  await page.goto(`chrome-extension://${await idOf(context)}/manage.html#/add`);
  await authenticator(page).createVault();
  await page.getByRole('button', { name: 'Scan another window' }).click();
  await expect(page.getByLabel('Site or company').first()).toHaveValue('Filmed');
  await context.close();
});
