import type { BrowserContext, Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { authenticator } from './authenticator';
import { expectAccessible } from './axe';
import { expect, idOf, openFresh, test } from './fixtures';
import { qrPicture } from './qrPicture';

const enrolment = (issuer: string) =>
  `otpauth://totp/${issuer}:alice?secret=JBSWY3DPEHPK3PXP&issuer=${issuer}`;

/** Draws two codes side by side in one image, each in its own half. */
function sideBySide(...texts: readonly [string, string]): Buffer {
  const side = 400;
  const both = new PNG({ width: 2 * side, height: side });
  both.data.fill(255);
  texts.forEach((text, i) => {
    const code = PNG.sync.read(qrPicture(text));
    PNG.bitblt(code, both, 0, 0, code.width, code.height, i * side + 60, 60);
  });
  return PNG.sync.write(both);
}

const drawing = (page: Page) =>
  page.getByRole('dialog').getByRole('button', { name: 'Image to draw on' });

const widthOf = (image: HTMLImageElement) => image.naturalWidth;

/** Waits until the image is shown at its final size, after the dialog's animation. */
async function shown(page: Page): Promise<void> {
  await expect.poll(() => drawing(page).locator('img').evaluate(widthOf)).toBeGreaterThan(0);
  await drawing(page).hover();
}

/** Opens the page that adds accounts, and scans an image. */
async function lookAt(
  context: BrowserContext,
  at: (page: string) => string,
  pictureFor: (page: Page) => Buffer | Promise<Buffer>,
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(at('manage.html#/add'));
  await authenticator(page).createVault();
  const buffer = await pictureFor(page);
  const file = { name: 'picture.png', mimeType: 'image/png', buffer };
  await page.locator('input[type=file]').setInputFiles(file);
  return page;
}

/** Drags across part of the image. `left` and `right` are fractions of its width. */
async function drag(page: Page, left: number, right: number): Promise<void> {
  await shown(page);
  const box = await drawing(page).boundingBox();
  if (!box) throw new Error('no picture to draw on');
  const [top, bottom] = [box.y + box.height * 0.02, box.y + box.height * 0.98];
  await page.mouse.move(box.x + box.width * left, top);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * right, bottom, { steps: 4 });
  await page.mouse.up();
}

test('selects one of several codes by drawing an area; Esc or an accidental click changes nothing', async ({
  context,
  at,
}) => {
  const both = sideBySide(enrolment('Left'), enrolment('Right'));
  const page = await lookAt(context, at, () => both);
  await expect(page.getByRole('heading', { name: '2 accounts found' })).toBeVisible();
  const draw = page.locator('form').getByRole('button', { name: 'Select an area' });
  await draw.click();
  await expectAccessible(page);
  await drag(page, 0.7, 0.7);
  await expect(page.getByRole('button', { name: 'Scan this area' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(drawing(page)).toBeHidden();
  await expect(page.getByRole('heading', { name: '2 accounts found' })).toBeVisible();

  await draw.click();
  await drag(page, 0.52, 0.98);
  await expect(page.getByRole('heading', { name: '1 account found' })).toBeVisible();
  await expect(page.getByLabel('Site or company').first()).toHaveValue('Right');
});

test('selects an area with the keyboard after no code was found', async ({ context, at }) => {
  const page = await lookAt(context, at, (itself) => itself.screenshot());
  await page
    .getByRole('region', { name: 'No QR code was found.' })
    .getByText('Select an area')
    .click();
  await shown(page);
  await drawing(page).focus();
  for (const key of ['ArrowDown', 'ArrowLeft', 'Shift+ArrowRight', 'Enter'])
    await page.keyboard.press(key);
  await expect(drawing(page)).toBeHidden();
  const seen = page.getByRole('img', { name: 'Scanned image' });
  await expect(seen).toBeVisible();
  // The image shows the selected third of the window with a margin.
  expect(await seen.evaluate(widthOf)).toBeLessThan(600);
});

test('selects an area on a screenshot of another window, and reads only that area', async () => {
  const context = await openFresh({
    headless: true,
    args: ['--window-size=1280,900', '--auto-select-tab-capture-source-by-title=Two codes'],
  });
  const site = await context.newPage();
  const picture = sideBySide(enrolment('Left'), enrolment('Right')).toString('base64');
  await site.setContent(
    `<title>Two codes</title><style>body{margin:0}img{width:100vw}</style><img src="data:image/png;base64,${picture}">`,
  );
  const page = await context.newPage();
  await page.goto(`chrome-extension://${await idOf(context)}/manage.html#/add`);
  await authenticator(page).createVault();
  await page.getByRole('button', { name: 'Select an area of another window' }).click();
  await drag(page, 0.02, 0.5);
  await expect(page.getByLabel('Site or company').first()).toHaveValue('Left');
  await expect(page.getByRole('heading', { name: '1 account found' })).toBeVisible();
  await context.close();
});
