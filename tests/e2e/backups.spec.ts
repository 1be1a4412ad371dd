import type { BrowserContext } from '@playwright/test';
import { authenticator } from './authenticator';
import { expect, test } from './fixtures';

/** The extension APIs that the test uses inside the pages and the background. */
declare const chrome: {
  readonly storage: { readonly local: { set(values: object): Promise<void> } };
  readonly alarms: {
    get(name: string): Promise<{ scheduledTime: number } | undefined>;
    create(name: string, when: { when: number }): Promise<void>;
  };
};

const alarm = 'vault.backup';

/**
 * Stores what the extension stores after a user chose a backup folder. No driver can operate the browser's folder
 * dialog. The origin private file system provides a handle of the same kind.
 */
async function keepFolder(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('Backups', { create: true });
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('tessera-folder', 1);
    opening.addEventListener('error', reject);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('handles'));
    opening.addEventListener('success', () => {
      const saving = opening.result.transaction('handles', 'readwrite');
      saving.objectStore('handles').put(folder, 'backups');
      saving.addEventListener('complete', () => {
        opening.result.close();
        resolve();
      });
    });
  });
  await chrome.storage.local.set({ 'vault.backups': { target: 'folder', everyChanges: 1 } });
}

const filesSeenBy = (background: ReturnType<BrowserContext['serviceWorkers']>[number]) =>
  background.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('Backups');
    const files = await Array.fromAsync(folder.values());
    return Promise.all(
      files.map(async (handle) => {
        const file = await (handle as FileSystemFileHandle).getFile();
        return { name: file.name, size: file.size };
      }),
    );
  });

test('the background writes a backup to the folder after a change, with no page open', async ({
  context,
  at,
}) => {
  const manage = authenticator(await context.newPage());
  const { page } = manage;
  await page.goto(at('manage.html#/add'));
  await manage.createVault();
  await expect(page.getByLabel('Site or company')).toBeVisible();
  await page.evaluate(keepFolder);
  await manage.addByKey({ site: 'Harbour Bank', name: 'ada@example.com', key: 'JBSWY3DPEHPK3PXP' });
  await expect(page).toHaveURL(/#\/account\//);
  await page.close();

  const [background] = context.serviceWorkers();
  if (!background) throw new Error('The background is not running');
  const rings = () => background.evaluate((name) => chrome.alarms.get(name), alarm);
  await expect.poll(async () => (await rings())?.scheduledTime ?? 0).toBeGreaterThan(0);
  expect(((await rings())?.scheduledTime ?? Infinity) - Date.now()).toBeLessThanOrEqual(30_000);
  expect(await filesSeenBy(background)).toEqual([]);
  // The browser creates the file empty, and writes it under a temporary name.
  await expect(async () => {
    // Skips the debounce delay of half a minute. Repeated, because the background does nothing while the closing page still
    // holds the backup lock.
    await background.evaluate((name) => chrome.alarms.create(name, { when: Date.now() }), alarm);
    expect((await filesSeenBy(background)).map(({ size }) => size > 256)).toEqual([true]);
  }).toPass({ timeout: 60_000 });
  const [file] = await filesSeenBy(background);
  expect(file?.name).toMatch(/^tessera-.*\.tessera$/);
});
