import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The options with which Chromium runs without a desktop, as root, and without network requests. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Returns whether there is an executable file at this path. */
export const executable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Returns every path in PATH at which a command with one of the names could be. */
export const onPath = (names) =>
  names.flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((dir) => join(dir, name)));

const usualChromium = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const usualFirefox = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** Returns the path of a Chromium-family browser, or null. TESSERA_CHROMIUM overrides it. */
export const findChromium = () =>
  [
    process.env.TESSERA_CHROMIUM ?? '',
    ...onPath([
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'microsoft-edge',
    ]),
    ...usualChromium,
  ].find(executable) ?? null;

/** Returns the path of Firefox, or null. TESSERA_FIREFOX overrides it. */
export const findFirefox = () =>
  [process.env.TESSERA_FIREFOX ?? '', ...onPath(['firefox-esr', 'firefox']), ...usualFirefox].find(
    executable,
  ) ?? null;
