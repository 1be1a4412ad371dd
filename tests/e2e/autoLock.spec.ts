import { expect } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { passphrase } from './authenticator';
import { test, type Desktop } from './desktop';
import { dumpStorage } from './dumpStorage';
import { hands } from './hands';
import { inClear } from './inClear';
import { liveTexts } from './liveTexts';
import { patience } from './patience';

const secret = 'JBSWY3DPEHPK3PXPJ6NHYC7B2KBTUVLG';

/** The key and the note that the test types into forms and never saves. */
const draftKey = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const draftNote = 'the spare is behind the piano';

interface Stored {
  readonly key: string;
  readonly unlockUntil: number;
}

/** The extension APIs that the test uses inside the pages. */
declare const chrome: {
  readonly storage: {
    readonly session: {
      get(name: string | null): Promise<Record<string, Stored>>;
      set(values: Record<string, Stored>): Promise<void>;
    };
  };
  readonly contextMenus: { readonly onClicked: { dispatch(click: object): void } };
};

/** Returns every text that a page still references. Taking the snapshot collects garbage first. */
async function memoryOf(page: Page): Promise<string> {
  const session = await page.createCDPSession();
  const parts: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => parts.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return liveTexts(parts.join(''));
}

/** Opens the authenticator's page and the popup (in a tab) with one account. */
async function openPages({ browser, companion }: Desktop) {
  const manage = hands(companion);
  const at = (name: string) => new URL(name, companion.url()).href;
  await manage.page.goto(at('/manage.html#/add'));
  await manage.fill('Passphrase', passphrase);
  await manage.fill('Confirm passphrase', passphrase);
  await manage.click('Create vault');
  await manage.fill('Site or company', 'Harbour Bank');
  await manage.fill('Secret key', secret);
  await manage.click('Save account');
  await manage.page.waitForFunction(() => location.hash.startsWith('#/account/'));
  const popup = hands(await browser.newPage());
  await popup.page.goto(at('/popup.html'));
  await popup.see('Harbour Bank');
  return { manage, popup };
}

test('after inactivity, a computer lock, the shortcut or the menu item, every page shows that the vault is locked, and no page keeps the key', async ({
  desktop,
}) => {
  const { manage, popup } = await openPages(desktop);
  const held = await popup.page.evaluate(() => chrome.storage.session.get('vault.key'));
  const key = held['vault.key']?.key ?? '';
  expect(key).toMatch(/^[\w-]{43}$/);

  const background = await (
    await desktop.browser.waitForTarget((target) => target.url().endsWith('/background.js'), {
      timeout: patience,
    })
  ).worker();
  const ways: Record<string, () => Promise<unknown>> = {
    'its time is over': () =>
      popup.page.evaluate(async () => {
        const { 'vault.key': stored } = await chrome.storage.session.get('vault.key');
        if (!stored) throw new Error('The vault is not open');
        const soon = { ...stored, unlockUntil: Date.now() + 1500 };
        await chrome.storage.session.set({ 'vault.key': soon });
      }),
    'the computer is locked': desktop.lockScreen,
    'the keyboard command': () => desktop.press('alt+period'),
    'the menu of the toolbar button': async () =>
      background?.evaluate(() =>
        chrome.contextMenus.onClicked.dispatch({ menuItemId: 'lock-vault' }),
      ),
  };
  for (const [way, lock] of Object.entries(ways))
    await test.step(way, async () => {
      await lock();
      for (const { see } of [manage, popup]) await see('Your vault is locked');
      await desktop.unlockScreen();
      const left = await popup.page.evaluate(() => chrome.storage.session.get(null));
      expect(Object.keys(left).filter((name) => name.startsWith('vault.'))).toEqual([]);
      expect(JSON.stringify(left)).not.toContain(key);
      await popup.page.bringToFront();
      await popup.fill('Passphrase', passphrase);
      await popup.click('Unlock');
      await popup.see('Harbour Bank');
    });

  // Types a key into one form and a note into another, and saves neither.
  await manage.page.bringToFront();
  const account = await manage.page.evaluate(() => location.hash);
  await manage.page.evaluate(() => (location.hash = '#/add'));
  await manage.fill('Secret key', draftKey);
  await manage.page.evaluate((hash) => (location.hash = hash), account);
  await manage.fill('Note', draftNote);

  await popup.page.bringToFront();
  await popup.click('Lock');
  for (const { see } of [manage, popup]) await see('Your vault is locked');
  const secrets = { 'the vault key': Buffer.from(key, 'base64url') };
  expect(inClear(await dumpStorage(popup.page), secrets)).toEqual([]);
  for (const { page } of [manage, popup]) {
    // Chromium keeps the last frame of a background tab, with its elements, until the tab paints again.
    await page.bringToFront();
    await page.evaluate(() => Object.assign(globalThis, { planted: 'a text that is alive' }));
    const alive = {
      text: 'a text that is alive',
      key,
      secret,
      draft: draftKey,
      note: draftNote,
      passphrase,
      name: 'Harbour Bank',
    };
    const found = async () => {
      const memory = await memoryOf(page);
      return Object.entries(alive).flatMap(([name, text]) => (memory.includes(text) ? name : []));
    };
    // Polls, because pending work may still end after the lock.
    await expect.poll(found).toEqual(['text']);
  }

  // Unlocking restores the unsaved input.
  await manage.page.bringToFront();
  await manage.fill('Passphrase', passphrase);
  await manage.click('Unlock');
  await manage.see("Your changes from before the lock aren't saved yet.");
  expect(await manage.read('Note')).toBe(draftNote);
  await manage.page.evaluate(() => (location.hash = '#/add'));
  await manage.see('Save account');
  expect(await manage.read('Secret key')).toBe(draftKey);
});
