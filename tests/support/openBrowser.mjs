// The second half of npm start: opens a browser with the built extension and its companion page, and waits.
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

// At its first start in a profile the extension opens the companion page itself; in Firefox at every
// start, and no tool may navigate there. In Chromium a later start needs help.
if (kind === 'chrome') {
  const companion = `chrome-extension://${extensionId}/options.html`;
  await browser
    .waitForTarget((target) => target.url() === companion, { timeout: 3000 })
    .catch(async () => (await browser.newPage()).goto(companion));
  for (const page of await browser.pages()) if (page.url() === 'about:blank') await page.close();
}
await closed;
