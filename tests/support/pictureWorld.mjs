import { launchWithExtension } from './launch.mjs';
import { textsOf } from './localeTexts.mjs';

const passphrase = 'seven tiles of terracotta';
const accounts = [
  ['GitHub', 'ada@example.com', 'JBSWY3DPEHPK3PXPJ6NH'],
  ['Google', 'ada.okafor@example.com', 'NB2W45DFOIZA3QDO'],
  ['Fastmail', 'ada@example.net', 'MFRGGZDFMZTWQ2LK'],
  ['Hetzner', 'K0123456789', 'KRSXG5CTMVRXEZLU'],
];

const named = (name, role) => `aria/${name}[role="${role}"]`;
const click = (page, name, role = 'button') => page.locator(named(name, role)).click();

/** Stops the clock of a page at a time. Runs in the page. */
const stopClock = (time) => {
  Date.now = () => time;
};

/** Milliseconds to wait for a control, also on a busy machine. */
export const patience = 60_000;

const timeStep = 30_000;
/** Returns a time in the middle of the current time step, when no code is about to change or has just changed. */
const middle = () => Math.floor(Date.now() / timeStep) * timeStep + 0.4 * timeStep;

/**
 * Launches Chromium in a language with the built extension, for pictures.
 * @param {string} [file] the locale file of the language, such as `pt_BR`
 * @param {{ env: Record<string, string>, scale: number }} [onDisplay] names a display, and opens a window on it with
 *   this many pixels to a CSS pixel
 */
export const pictureWorld = async (file = 'en', onDisplay) => {
  const texts = textsOf(file);
  const t = (key) => String(texts.get(key));
  const { browser, extensionId } = await launchWithExtension('chrome', {
    headless: !onDisplay,
    language: t('locale.tag'),
    ...onDisplay,
  });
  // Closes the page that opens at installation, because it would take the focus from the pages opened below.
  const welcome = await browser.waitForTarget((target) =>
    target.url().endsWith('/manage.html#/welcome'),
  );
  await (await welcome.asPage()).close();
  const at = (name) => `chrome-extension://${extensionId}/${name}`;

  /**
   * Opens a page of the extension in a window of this size, in CSS pixels. Screenshots have `scale` times as many
   * pixels in each direction. With `stopped`, the clock of the page stands still.
   */
  const open = async (
    name,
    width,
    height,
    { scale = 1, scheme = 'light', stopped = false } = {},
  ) => {
    const page = await browser.newPage();
    page.setDefaultTimeout(patience);
    await page.bringToFront();
    await page.setViewport({ width, height, deviceScaleFactor: scale });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    if (stopped) await page.evaluateOnNewDocument(stopClock, middle());
    await page.goto(at(name));
    return page;
  };
  const fill = (page, key, text) => page.locator(named(t(key), 'textbox')).fill(text);

  /** Creates a vault with these accounts: by default, with four. */
  const fillVault = async (added = accounts) => {
    const page = await open('manage.html#/add', 1100, 800);
    await fill(page, 'gate.passphrase', passphrase);
    await fill(page, 'gate.create.again', passphrase);
    await click(page, t('gate.create.submit'));
    for (const [site, account, key] of added) {
      await fill(page, 'manage.add.issuer', site);
      await fill(page, 'manage.add.account', account);
      await fill(page, 'manage.add.key', key);
      await click(page, t('manage.add.save'));
      await page.waitForFunction(() => !location.hash.startsWith('#/add'));
      await page.goto(at('manage.html#/add'));
    }
    await page.close();
  };

  /** Answers the reminder of backups, which would be on every page. */
  const dismissReminder = async () => {
    const page = await open('manage.html#/', 1100, 800);
    // The recovery key is offered with the same button, so this looks for the button beside "Back up now".
    await page.waitForFunction(
      (backUp, notNow) => {
        const buttons = [...document.querySelectorAll('button')];
        const near = buttons.find((one) => one.innerText === backUp)?.parentElement;
        const found = buttons.find((one) => one.innerText === notNow && near?.contains(one));
        found?.click();
        return found !== undefined;
      },
      {},
      t('security.backups.now'),
      t('manage.notNow'),
    );
    await page.waitForFunction(
      async () =>
        'backup-reminder' in (await globalThis.chrome.storage.local.get('backup-reminder')),
    );
    await page.close();
  };

  /** Opens the popup as soon as it shows codes. */
  const openPopup = async (options, width = 360, height = 480) => {
    const popup = await open('popup.html', width, height, options);
    await popup.locator('::-p-text(Hetzner)').wait();
    await popup.waitForFunction(() => /\d{3} \d{3}/.test(document.body.innerText));
    return popup;
  };

  /** Signs in to the demo service and opens its Security tab. */
  const openSecurityTab = async (width, height, options) => {
    const page = await open('options.html', width, height, options);
    // A label with a name has direction marks in some languages.
    await page.locator('button[aria-label*="Ben Lindqvist"]').click();
    await click(page, t('companion.signIn.submit'));
    await page.waitForFunction(() => !document.querySelector('input[type=password]'));
    await page.evaluate(() => {
      location.hash = '#/preferences/security';
    });
    await page.locator('input[type=password]').wait();
    return page;
  };

  return { browser, t, open, openPopup, openSecurityTab, fillVault, dismissReminder };
};
