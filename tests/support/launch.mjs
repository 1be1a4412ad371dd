import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { findChromium, findFirefox } from './browsers.mjs';
import { root } from './processes.mjs';

const isRoot = process.getuid?.() === 0;

/** What each kind of browser needs so that it takes an unpacked extension and a person can use it. */
const kinds = {
  chrome: {
    find: findChromium,
    options: {
      // Branded Chrome takes an unpacked extension only through the debugging pipe, since version 137.
      pipe: true,
      enableExtensions: true,
      ignoreDefaultArgs: ['--enable-automation'],
      args: [
        '--enable-unsafe-extension-debugging',
        '--hide-crash-restore-bubble',
        ...(isRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
  firefox: {
    find: findFirefox,
    options: {
      extraPrefsFirefox: {
        // A temporary add-on keeps its identity and what it stored in a profile that is kept.
        'extensions.webextensions.keepUuidOnUninstall': true,
        'extensions.webextensions.keepStorageOnUninstall': true,
      },
    },
  },
};

/**
 * Opens a browser with the built extension in it, as `npm start` does.
 * @param {'chrome' | 'firefox'} kind
 * @param {{ headless?: boolean, env?: Record<string, string>, userDataDir?: string }} [options]
 *   an empty profile that is thrown away unless `userDataDir` names one
 */
export const launchWithExtension = async (kind, { headless = false, ...options } = {}) => {
  const executablePath = kinds[kind].find();
  if (executablePath === null) throw new Error(`No ${kind} was found.`);
  const browser = await launch({
    browser: kind,
    executablePath,
    headless,
    // The first start on a slow machine that does other work too.
    timeout: 60_000,
    defaultViewport: null,
    ...kinds[kind].options,
    ...options,
  });
  const extensionId = await browser.installExtension(join(root, '.output', `${kind}-mv3`));
  return { browser, extensionId };
};
