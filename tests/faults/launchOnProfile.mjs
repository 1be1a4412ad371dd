import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { chromiumFlags, findChromium, findFirefox } from '../support/browsers.mjs';

/**
 * Launches a browser on a profile, which keeps the extension's data and, in Firefox, its addresses.
 * @param {{ kind: 'chrome' | 'firefox', profile: string, timeout: number, flags?: string[], preferences?: object }}
 * setup `timeout` is in milliseconds, `flags` are for Chromium, `preferences` for Firefox
 */
export const launchOnProfile = async ({ kind, profile, timeout, flags = [], preferences = {} }) => {
  const isFirefox = kind === 'firefox';
  // At a second start on a profile, the driver copies this file and requires that it exists.
  if (isFirefox) appendFileSync(join(profile, 'user.js'), '');
  return launch({
    browser: kind,
    headless: true,
    userDataDir: profile,
    timeout,
    ...(isFirefox
      ? {
          executablePath: findFirefox() ?? '',
          extraPrefsFirefox: {
            'extensions.webextensions.keepUuidOnUninstall': true,
            'extensions.webextensions.keepStorageOnUninstall': true,
            ...preferences,
          },
        }
      : {
          executablePath: findChromium() ?? '',
          pipe: true,
          enableExtensions: true,
          args: [...chromiumFlags, ...flags],
        }),
  });
};
