import { setTimeout as wait } from 'node:timers/promises';
import { launchOnProfile } from './launchOnProfile.mjs';

/** Timeout in milliseconds for a slow and busy machine. */
const patience = 90_000;

/** Functions for code that runs in the pages. They find controls by name, as the user sees it. */
const inPage = `
  const until = async (find) => {
    for (let turn = 0; turn < 300; turn++) {
      const found = find();
      if (found) return found;
      await new Promise((go) => setTimeout(go, 100));
    }
    throw new Error('not found on ' + location.href + ': ' + find + '\\n' + document.body.innerText.slice(0, 600));
  };
  const visible = (selector) =>
    [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  const nameOf = (one) =>
    (one.getAttribute('aria-label') ?? one.labels?.[0]?.innerText ?? one.innerText ?? '').trim();
  const byName = (selector, name) => visible(selector).find((one) => name.test(nameOf(one)));
  const click = async (name) => (await until(() => byName('button, a, [role=tab], [role=menuitem]', name))).click();
  const put = (field, value) => {
    const kind = field.localName === 'select' ? HTMLSelectElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(field, value);
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
  };
  // A page may render in a later task, and its handlers then still see the previous input.
  const rendered = () => new Promise((go) => setTimeout(go, 100));
  const fill = async (name, value) => {
    put(await until(() => byName('input', name)), value);
    await rendered();
  };
`;
/** Runs code in a page, with the functions above. */
export const act = (page, code) => page.evaluate(`(async () => { ${inPage}; ${code} })()`);

/** Launches a browser with a profile and a build. Returns the browser and a function that opens the build's pages. */
export const openBuild = async (kind, folder, profile) => {
  const browser = await launchOnProfile({ kind, profile, timeout: patience });
  const id = await browser.installExtension(folder);
  const findPage = async (matches) => {
    const until = Date.now() + patience;
    while (Date.now() < until) {
      for (const page of await browser.pages()) {
        const address = await page.evaluate('location.href').catch(() => '');
        if (matches(address) && /^(chrome|moz)-extension:/.test(address)) return page;
      }
      await wait(100);
    }
    throw new Error(`${kind}: no page of the extension opened`);
  };
  /** Opens a page. In Firefox, uses the extension's tab, because the driver can't navigate to an extension page. */
  const open = async (path) => {
    if (kind === 'chrome') {
      const page = await browser.newPage();
      await page.bringToFront();
      await page.goto(`chrome-extension://${id}/${path}`);
      return page;
    }
    const page = await findPage(() => true);
    // Loads another page first, because a new fragment alone would not load the page again.
    await page.evaluate(`location.replace('/popup.html?${Math.random()}')`);
    await findPage((address) => address.includes('popup.html?'));
    await page.evaluate(`location.href = '/${path}'`);
    return findPage((address) => address.endsWith(path));
  };
  return { browser, open };
};
