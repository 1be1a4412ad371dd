import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { launchOnProfile } from './launchOnProfile.mjs';

const sqlite = '--enable-features=IdbSqliteBackingStore';
const levelDb = '--disable-features=IdbSqliteBackingStore';

/** Timeout in milliseconds for a slow and busy machine. */
const patience = 60_000;

/** Evaluates to whether the page is the writing page and its script runs. */
const isWriting = `location.pathname === '/faults.html' && Array.isArray(globalThis.said)`;

/** Returns whether the expression is true in the page, or false after two seconds, because a closing page may hang. */
const isTrue = (page, expression) =>
  Promise.race([page.evaluate(expression).catch(() => false), wait(2000, false)]);

/** Returns whether Firefox's driver still has profile files to restore. */
const setAside = (profile) =>
  ['prefs.js', 'user.js'].some((name) => existsSync(join(profile, `${name}.puppeteer`)));

/**
 * Allows the extension in private windows before it is installed, as if the user had checked "Run in private
 * windows". Only newer versions of Firefox's driver have a command for this.
 */
const allowPrivately = (profile) =>
  writeFileSync(
    join(profile, 'extension-preferences.json'),
    JSON.stringify({
      'tessera@authenticator': { permissions: ['internal:privateBrowsingAllowed'], origins: [] },
    }),
  );

/**
 * Opens the browser on a profile, with the writing page in front. 'first' and 'again' use a Firefox that always
 * browses privately. 'again' doesn't allow the extension in private windows again, because the profile already does.
 * 'beside' uses a Firefox in which only private windows browse privately.
 * @param {{ kind: 'chrome' | 'firefox', backend: string, folder: string, profile: string, mirror: boolean,
 *   privately?: 'first' | 'again' | 'beside', onSaid?: (said: object) => void }} setup `onSaid` is called with every
 * message of the page
 */
export const openWriter = async ({ kind, backend, folder, profile, mirror, privately, onSaid }) => {
  if (privately === 'first' || privately === 'beside') allowPrivately(profile);
  const browser = await launchOnProfile({
    kind,
    profile,
    timeout: patience,
    flags: [backend === 'sqlite' ? sqlite : levelDb],
    preferences: {
      'browser.privatebrowsing.autostart': privately === 'first' || privately === 'again',
    },
  });
  let acknowledged = 0;
  let failure = null;
  let opened;
  const opening = new Promise((resolve) => {
    opened = resolve;
  });
  const hear = (text) => {
    if (!text.startsWith('faults ')) return;
    const said = JSON.parse(text.slice(7));
    onSaid?.(said);
    if (said.acknowledged) acknowledged = said.acknowledged;
    if (said.found) opened(said);
    if (said.failed) {
      failure = said.failed;
      opened(said);
    }
  };
  const listen = (page) => page.on('console', (message) => hear(message.text()));

  // Asks the pages for their output, because Firefox's driver doesn't report the consoles of extension pages.
  const end = new AbortController();
  const poll = async (page) => {
    for (let from = 0; !end.signal.aborted; await wait(10)) {
      const lines = await page
        .evaluate((at) => globalThis.said?.slice(at) ?? [], from)
        .catch(() => []);
      from += lines.length;
      lines.forEach(hear);
    }
  };

  const extensionId = await browser.installExtension(folder);
  let page;
  if (kind === 'chrome') {
    page = await browser.newPage();
    listen(page);
    const query = mirror ? '' : '?mirror=off';
    await page.goto(`chrome-extension://${extensionId}/faults.html${query}`);
  } else {
    const until = Date.now() + patience;
    while (!page && Date.now() < until) {
      // Asks each page, because the driver's list of addresses omits extension pages.
      for (const one of await browser.pages()) if (await isTrue(one, isWriting)) page = one;
      if (!page) await wait(50);
    }
    if (!page) throw new Error('Firefox did not open the page that writes');
    void poll(page);
  }
  const answer = await Promise.race([
    opening,
    wait(patience).then(() => ({ failed: 'the page did not answer' })),
  ]);
  const ended = once(browser.process(), 'exit');
  return {
    answer,
    browser,
    page,
    extensionId,
    acknowledged: () => acknowledged,
    failure: () => failure,
    write: (first, last, rotateEvery = 0) =>
      page.evaluate((a, b, c) => globalThis.write(a, b, c), first, last, rotateEvery),
    /** Kills the browser, so that it can't finish anything. */
    kill: async () => {
      end.abort();
      browser.process().kill('SIGKILL');
      await ended;
      await browser.disconnect().catch(() => undefined);
      // The driver restores the profile's files once it notices that the browser has ended.
      const until = Date.now() + patience;
      while (setAside(profile) && Date.now() < until) await wait(50);
    },
    close: async () => {
      end.abort();
      await browser.close();
    },
  };
};
