import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, type BrowserContext, type Page } from '@playwright/test';
import { chromiumFlags, findChromium } from '../support/browsers.mjs';
import { root } from '../support/processes.mjs';
import { idOf } from './fixtures';
import { patience } from './patience';

/**
 * A browser profile in which Tessera may access this machine, because no driver can answer the browser's
 * permission prompt.
 */
export interface SyncBrowser {
  readonly context: BrowserContext;
  /** Returns every request that the extension's pages and background sent. */
  readonly requests: () => readonly string[];
  readonly open: (place: string) => Promise<Page>;
  readonly close: () => Promise<void>;
}

export const passphrase = 'correct horse battery staple';

export const secret = 'JBSWY3DPEHPK3PXPJ6NHYC7B2KBTUVLG';

/** Returns a copy of the built extension with the permission that a user would grant. */
export function allowedExtension(kind: 'chrome' | 'firefox'): string {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-allowed-'));
  cpSync(join(root, '.output', `${kind}-mv3`), folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as object;
  const allowed = { ...manifest, host_permissions: ['http://127.0.0.1/*'] };
  writeFileSync(path, JSON.stringify(allowed));
  return folder;
}

/** Opens Chromium with these options on an empty profile. */
export async function openSyncBrowser(args: readonly string[] = []): Promise<SyncBrowser> {
  const extension = allowedExtension('chrome');
  const context = await chromium.launchPersistentContext('', {
    executablePath: findChromium() ?? '',
    headless: true,
    chromiumSandbox: false,
    viewport: { width: 1000, height: 900 },
    args: [
      ...chromiumFlags,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...args,
    ],
  });
  context.setDefaultTimeout(patience);
  const seen: string[] = [];
  context.on('request', (request) => {
    if (/^https?:/.test(request.url())) seen.push(request.url());
  });
  const id = await idOf(context);
  return {
    context,
    requests: () => seen,
    async open(place) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${id}/${place}`);
      return page;
    },
    async close() {
      await context.close();
      rmSync(extension, { recursive: true, force: true });
    },
  };
}

/** Creates a vault. Returns the page "Sync". */
export async function createVault(browser: SyncBrowser): Promise<Page> {
  const page = await browser.open('manage.html#/create');
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Confirm passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Create vault' }).click();
  await expect(page.getByRole('navigation')).toBeVisible();
  await page.goto(page.url().replace(/#.*/, '#/sync'));
  await expect(page.getByRole('heading', { name: 'Sync', exact: true })).toBeVisible();
  return page;
}

/** Adds an account. Returns the place of its page, such as `#/account/…`. */
export async function addAccount(browser: SyncBrowser, issuer: string): Promise<string> {
  const page = await browser.open('manage.html#/add');
  await page.getByLabel('Site or company').fill(issuer);
  await page.getByLabel('Account name').fill('ada@canary.example');
  await page.getByLabel('Secret key', { exact: true }).fill(secret);
  await page.getByRole('button', { name: 'Save account' }).click();
  await page.waitForURL(/#\/account\//);
  const { hash } = new URL(page.url());
  await page.close();
  return hash;
}

/** Runs a round on the page "Sync". */
export const syncNow = async (page: Page) => {
  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect(page.getByRole('button', { name: 'Sync now' })).not.toHaveAttribute('aria-busy');
};
