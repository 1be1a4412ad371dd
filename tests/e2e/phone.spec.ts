import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, test } from '@playwright/test';
import { authenticator, passphrase } from './authenticator';
import { expectAccessible } from './axe';
import { companion } from './companion';
import { expect, extensionFolder, idOf, openFresh } from './fixtures';
import { smallTargets } from './smallTargets';

const key = 'JBSWY3DPEHPK3PXPJ6NHYC7B2KBTUVLG';

/** Makes the finger the only pointer. The emulation of touch doesn't do so on an extension's pages. */
const touchOnly =
  'availablePointerTypes=2,primaryPointerType=2,availableHoverTypes=1,primaryHoverType=1';

/** Copies the build without what Firefox for Android lacks: commands, context menus and windows. */
function phoneBuild(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-phone-'));
  cpSync(extensionFolder, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const { commands: _, ...manifest } = JSON.parse(readFileSync(path, 'utf8')) as {
    commands: unknown;
    permissions: string[];
  };
  const permissions = manifest.permissions.filter((name) => name !== 'contextMenus');
  writeFileSync(path, JSON.stringify({ ...manifest, permissions }));
  const worker = join(folder, 'background.js');
  writeFileSync(worker, `delete chrome.windows;${readFileSync(worker, 'utf8')}`);
  return folder;
}

async function expectFit(page: Page): Promise<void> {
  expect.soft(await page.evaluate(smallTargets), page.url()).toEqual([]);
}

test('on a phone without commands, menus and windows, everything works, fits and can be touched', async () => {
  const extension = phoneBuild();
  const context = await openFresh({
    headless: true,
    extension,
    viewport: { width: 412, height: 915 },
    hasTouch: true,
    isMobile: true,
    args: [`--blink-settings=${touchOnly}`],
  });
  try {
    const id = await idOf(context);
    const at = (page: string) => `chrome-extension://${id}/${page}`;
    await context.addInitScript('delete chrome.windows');
    const page = await context.newPage();
    const user = authenticator(page);
    await page.goto(at('manage.html#/add'));
    expect(
      await page.evaluate(
        "['commands', 'contextMenus', 'windows'].filter((name) => chrome[name] !== undefined)",
      ),
    ).toEqual([]);
    await expect(page.getByRole('button', { name: 'Create vault' })).toBeVisible();
    expect(await page.evaluate("matchMedia('(pointer: coarse)').matches")).toBe(true);
    await expectFit(page);
    await user.createVault();
    await user.addByKey({ site: 'Harbour Bank', name: 'ada@example.com', key });
    await expect(page).toHaveURL(/#\/account\//);
    await expectFit(page);
    for (const section of [
      '',
      'codes',
      'add',
      'import',
      'export',
      'security',
      'sync',
      'preferences',
      'help',
    ]) {
      await page.goto(at(`manage.html#/${section}`));
      await expect(page.locator('main header').getByRole('heading', { level: 1 })).toBeVisible();
      await expectFit(page);
    }

    await page.goto(at('popup.html'));
    await expect(user.code('Harbour Bank')).toBeVisible();
    await expectFit(page);
    await expectAccessible(page);
    await user.row('Harbour Bank').getByRole('button', { name: 'More' }).tap();
    await expectFit(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Lock', exact: true }).tap();
    await expectFit(page);
    await user.unlock(passphrase);
    await expect(user.code('Harbour Bank')).toBeVisible();

    const demo = companion(page);
    await page.goto(at('options.html'));
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    await expectFit(page);
    await demo.signIn();
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeHidden();
    await expectFit(page);
    await page.goto(at('options.html#/preferences/security'));
    await expect(page.getByRole('button', { name: 'Enable 2FA' })).toBeVisible();
    await expectFit(page);
    await demo.startSetUp();
    await expectFit(page);
  } finally {
    await context.close();
    rmSync(extension, { recursive: true });
  }
});
