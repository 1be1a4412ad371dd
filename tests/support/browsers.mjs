import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What Chromium needs to run without a desktop, as root and without ever asking the network. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Whether there is a program at a path. */
export const executable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Every path at which the names would be found as commands. */
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

/** The path of a Chromium-family browser, or null. TESSERA_CHROMIUM overrides. */
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

/** The path of Firefox, or null. TESSERA_FIREFOX overrides. */
export const findFirefox = () =>
  [process.env.TESSERA_FIREFOX ?? '', ...onPath(['firefox-esr', 'firefox']), ...usualFirefox].find(
    executable,
  ) ?? null;
