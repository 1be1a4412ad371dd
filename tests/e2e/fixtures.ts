import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test as base, chromium, expect, type BrowserContext, type Page } from '@playwright/test';
import { chromiumFlags, findChromium } from '../support/browsers.mjs';
import { patience } from './patience';
import { watchRequests } from './watchRequests';

export { expect };

/** The folder of the `wxt build` output. */
export const extensionFolder = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

export interface Extension {
  /** A fresh browser with the built extension and nothing else. Fails the test on any network request. */
  context: BrowserContext;
  extensionId: string;
  /** Returns the address of one of the extension's pages, such as `popup.html`. */
  at: (page: string) => string;
}

/**
 * Opens Chromium with the extension. Uses an empty profile unless `profile` names a folder, and the `wxt build`
 * output unless `extension` names another build.
 */
export async function openBrowser(options: {
  headless: boolean;
  profile?: string;
  extension?: string;
  args?: readonly string[];
  env?: Record<string, string>;
  viewport?: { width: number; height: number };
  hasTouch?: boolean;
  isMobile?: boolean;
}): Promise<BrowserContext> {
  const executablePath = findChromium();
  if (!executablePath || !existsSync(extensionFolder))
    throw new Error('Chromium and .output/chrome-mv3 are needed: run npm test once.');
  const { args = [], profile = '', extension = extensionFolder, ...rest } = options;
  const context = await chromium.launchPersistentContext(profile, {
    viewport: null,
    ...rest,
    executablePath,
    chromiumSandbox: false,
    args: [
      ...chromiumFlags,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...args,
    ],
  });
  context.setDefaultTimeout(patience);
  return context;
}

/** Returns the extension's id once its service worker runs. */
export async function idOf(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return new URL(worker.url()).host;
}

const isWelcome = (page: Page) => page.url().endsWith('/manage.html#/welcome');

/** Closes the page that opens at installation, because it would take the focus from a test's own pages. */
async function closeWelcome(context: BrowserContext): Promise<void> {
  await expect.poll(() => context.pages().some(isWelcome)).toBe(true);
  await context.pages().find(isWelcome)?.close();
}

/** Opens Chromium on an empty profile. Returns the context once the welcome page is closed. */
export async function openFresh(
  options: Parameters<typeof openBrowser>[0],
): Promise<BrowserContext> {
  const context = await openBrowser(options);
  await closeWelcome(context);
  return context;
}

export const test = base.extend<Extension>({
  // Playwright requires a destructuring pattern even if nothing is used.
  // oxlint-disable-next-line no-empty-pattern
  context: async ({}, use) => {
    const context = await openBrowser({ headless: true, args: ['--window-size=1280,900'] });
    const requests = watchRequests(context);
    await closeWelcome(context);
    await use(context);
    await context.close();
    expect(requests()).toEqual([]);
  },
  extensionId: async ({ context }, use) => use(await idOf(context)),
  at: async ({ extensionId }, use) => use((page) => `chrome-extension://${extensionId}/${page}`),
});
