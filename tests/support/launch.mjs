import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { findChromium, findFirefox } from './browsers.mjs';
import { root } from './processes.mjs';

const isRoot = process.getuid?.() === 0;

/** The options with which each browser loads an unpacked extension and can be used by hand. */
const kinds = {
  chrome: {
    find: findChromium,
    options: {
      // Since version 137, branded Chrome loads an unpacked extension only through the debugging pipe.
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
        // Lets a temporary add-on keep its id and its data in a profile that is used again.
        'extensions.webextensions.keepUuidOnUninstall': true,
        'extensions.webextensions.keepStorageOnUninstall': true,
      },
    },
  },
};

/**
 * Opens a browser with the built extension, like `npm start`.
 * @param {'chrome' | 'firefox'} kind
 * @param {{ headless?: boolean, env?: Record<string, string>, userDataDir?: string, language?: string,
 *   extraPrefsFirefox?: Record<string, boolean>, extension?: string, scale?: number }} [options]
 *   uses an empty, temporary profile unless `userDataDir` names one. `language` is Chromium's, as in `pt-BR`.
 *   `extension` is the folder of another build. `scale` is Chromium's number of pixels to a CSS pixel
 */
export const launchWithExtension = async (
  kind,
  {
    headless = false,
    language,
    scale,
    env,
    extension = join(root, '.output', `${kind}-mv3`),
    ...options
  } = {},
) => {
  const { find, options: usual } = kinds[kind];
  const executablePath = find();
  if (executablePath === null) throw new Error(`No ${kind} was found.`);
  const browser = await launch({
    browser: kind,
    executablePath,
    headless,
    // Leaves time for the first start on a slow and busy machine.
    timeout: 60_000,
    defaultViewport: null,
    ...usual,
    ...(kind === 'chrome' && {
      args: [
        ...usual.args,
        ...(language ? [`--lang=${language}`] : []),
        ...(scale ? [`--force-device-scale-factor=${scale}`] : []),
      ],
    }),
    env: {
      ...(env ?? process.env),
      ...(language && { LANGUAGE: language, LANG: `${language.replace('-', '_')}.UTF-8` }),
    },
    ...options,
  });
  const extensionId = await browser.installExtension(extension);
  return { browser, extensionId };
};
