// npm run pictures: takes the README's screenshots from the running extension (build it first).
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchWithExtension } from './launch.mjs';
import { root } from './processes.mjs';

const folder = join(root, 'tests', 'pictures');
mkdirSync(folder, { recursive: true });

const passphrase = 'seven tiles of terracotta';
const accounts = [
  ['GitHub', 'ada@example.com', 'JBSWY3DPEHPK3PXPJ6NH'],
  ['Google', 'ada.okafor@example.com', 'NB2W45DFOIZA3QDO'],
  ['Fastmail', 'ada@example.net', 'MFRGGZDFMZTWQ2LK'],
  ['Hetzner', 'K0123456789', 'KRSXG5CTMVRXEZLU'],
];

const { browser, extensionId } = await launchWithExtension('chrome', { headless: true });

// The page that opens at installation takes the focus once. After that, the pages opened below keep the focus.
await browser.waitForTarget((target) => target.url().endsWith('/manage.html#/welcome'));

/**
 * Opens a page of the extension in a window of this size, in CSS pixels. Screenshots have `scale` times as many
 * pixels in each direction.
 */
const open = async (name, width, height, scale) => {
  const page = await browser.newPage();
  await page.bringToFront();
  await page.setViewport({ width, height, deviceScaleFactor: scale });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  await page.goto(`chrome-extension://${extensionId}/${name}`);
  return page;
};
const fill = (page, label, text) => page.locator(`aria/${label}[role="textbox"]`).fill(text);
const click = (page, name, role = 'button') => page.locator(`aria/${name}[role="${role}"]`).click();
const take = (page, name) => page.screenshot({ path: join(folder, `${name}.png`) });

const manage = await open('manage.html#/add', 1100, 800, 1);
await fill(manage, 'Passphrase', passphrase);
await fill(manage, 'Confirm passphrase', passphrase);
await click(manage, 'Create vault');
for (const [site, account, key] of accounts) {
  await fill(manage, 'Site or company', site);
  await fill(manage, 'Account name', account);
  await fill(manage, 'Secret key', key);
  await click(manage, 'Save account');
  await manage.waitForFunction(() => !location.hash.startsWith('#/add'));
  await manage.goto(`chrome-extension://${extensionId}/manage.html#/add`);
}

for (const scheme of ['light', 'dark']) {
  const popup = await open('popup.html', 360, 480, 2);
  await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await popup.locator('::-p-text(Hetzner)').wait();
  await popup.waitForFunction(() => /\d{3} \d{3}/.test(document.body.innerText));
  await take(popup, `popup-${scheme}`);
}

const companion = await open('options.html', 1200, 860, 1);
await click(companion, 'Fill in the sign-in for Ben Lindqvist');
await click(companion, 'Sign in');
await companion.locator('aria/Account menu for Ben Lindqvist[role="button"]').click();
await click(companion, 'User preferences', 'menuitem');
await click(companion, 'Security', 'tab');
await companion.locator('aria/Enable 2FA[role="button"]').wait();
await take(companion, 'security-tab');

await browser.close();
