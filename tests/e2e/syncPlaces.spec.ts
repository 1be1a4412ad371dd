import { expect, test, type Page } from '@playwright/test';
import { addAccount, createVault, openSyncBrowser, secret, syncNow } from './syncBrowser';

const fileName = /^tessera-[0-9a-f]{8}-[0-9a-f]{16}-\d{8}\.tsync$/;

async function connect(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Connect' }).click();
  await page.getByRole('button', { name: "I've saved the key for sync" }).click();
  await expect(page.getByText('No other device is paired yet')).toBeVisible();
}

async function stop(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Stop syncing' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Stop syncing' }).click();
  await expect(page.getByLabel('Storage', { exact: true })).toBeVisible();
}

const filesOf = (contents: Readonly<Record<string, unknown>>) =>
  Object.keys(contents).filter((name) => fileName.test(name));

const expectSealed = (contents: object) => {
  for (const canary of ['Canary', 'canary', secret])
    expect(JSON.stringify(contents)).not.toContain(canary);
};

/** Returns what the browser's account stores for the extension. */
const inAccount = (page: Page) =>
  page.evaluate<Record<string, unknown>>('chrome.storage.sync.get(null)');

/** Returns the files in the folder, by name. */
const inFolder = (page: Page) =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('Dropbox');
    const found: Record<string, string> = {};
    for await (const handle of folder.values())
      if (handle.kind === 'file') found[handle.name] = await (await handle.getFile()).text();
    return found;
  });

test('the vault is synced over the browser account, and then over a folder', async () => {
  const browser = await openSyncBrowser();
  const page = await createVault(browser);
  await page.getByLabel('Storage', { exact: true }).selectOption('Browser account');
  await connect(page);
  expect(filesOf(await inAccount(page))).toHaveLength(1);
  await addAccount(browser, 'Canary Bank');
  await syncNow(page);
  expect(filesOf(await inAccount(page))).toHaveLength(2);
  expectSealed(await inAccount(page));
  await stop(page);
  expect(filesOf(await inAccount(page))).toEqual([]);

  // Returns a real folder handle in place of the browser's picker, which needs a person.
  await page.evaluate(() => {
    Object.assign(globalThis, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('Dropbox', { create: true }),
    });
  });
  await page.getByLabel('Storage', { exact: true }).selectOption('Folder on this computer');
  await page.getByRole('button', { name: 'Choose folder' }).click();
  await expect(page.getByText('Folder: Dropbox')).toBeVisible();
  await connect(page);
  expect(filesOf(await inFolder(page))).toHaveLength(1);
  await addAccount(browser, 'Canary Mail');
  await syncNow(page);
  expect(filesOf(await inFolder(page))).toHaveLength(2);
  expectSealed(await inFolder(page));
  expect(browser.requests()).toEqual([]);
  await browser.close();
});
