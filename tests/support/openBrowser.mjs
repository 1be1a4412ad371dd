// Does the second half of `npm start`: opens a browser with the built extension and its companion page, and waits
// until the browser closes.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchWithExtension } from './launch.mjs';
import { root } from './processes.mjs';

const [kind = 'chrome', profile = 'kept'] = process.argv.slice(2);

const userDataDir = join(root, '.profile', kind);
if (profile === 'kept') mkdirSync(userDataDir, { recursive: true });

const { browser, extensionId } = await launchWithExtension(
  kind === 'firefox' ? 'firefox' : 'chrome',
  profile === 'kept' ? { userDataDir } : {},
);
const closed = new Promise((resolve) => {
  browser.once('disconnected', resolve);
});

// The extension opens the welcome page at its first start in a profile, in Firefox at every start. At a later
// start of Chromium, the page is opened here.
if (kind === 'chrome') {
  const welcome = `chrome-extension://${extensionId}/manage.html#/welcome`;
  await browser
    .waitForTarget((target) => target.url() === welcome, { timeout: 3000 })
    .catch(async () => (await browser.newPage()).goto(welcome));
  for (const page of await browser.pages()) if (page.url() === 'about:blank') await page.close();
}
await closed;
