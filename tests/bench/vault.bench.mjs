// npm run bench -- vault [most accounts]: measures the vault of the built extension in Chromium. Each figure is
// compared with a baseline that is measured in the same run: only the key derivation, only decrypting the same
// bytes, or one plain strict write.
import { rmSync } from 'node:fs';
import { launch } from 'puppeteer-core';
import { buildHarness } from '../faults/buildHarness.mjs';
import { chromiumFlags, findChromium } from '../support/browsers.mjs';

const most = Number(process.argv[2] ?? 10_000);
const folder = await buildHarness('chrome', { source: 'tests/bench/vault/page.ts' });
const browser = await launch({
  executablePath: findChromium() ?? '',
  headless: true,
  pipe: true,
  enableExtensions: true,
  args: chromiumFlags,
  protocolTimeout: 600_000,
});
try {
  const id = await browser.installExtension(folder);
  // The welcome page would read the accounts again after every change that is measured.
  const opened = await browser.waitForTarget((target) => target.url().endsWith('#/welcome'));
  await (await opened.page())?.close();
  const page = await browser.newPage();
  page.on('console', (message) => console.log(message.text()));
  await page.goto(`chrome-extension://${id}/faults.html`);
  await page.waitForFunction('globalThis.bench');
  await page.evaluate((count) => globalThis.bench(count), most);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
