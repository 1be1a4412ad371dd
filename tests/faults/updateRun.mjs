import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { TOTP } from 'otpauth';
import { root } from '../support/processes.mjs';
import { buildCommit } from './buildCommit.mjs';
import { act, openBuild } from './openBuild.mjs';

const passphrase = 'seven tiles of terracotta';
const accounts = [
  ['GitHub', 'ada@example.com', 'JBSWY3DPEHPK3PXPJ6NH'],
  ['Fastmail', 'ada@example.net', 'MFRGGZDFMZTWQ2LK'],
  ['Hetzner', 'K0123456789', 'KRSXG5CTMVRXEZLU'],
];
/** Values for theme, density and lock time. Each is valid for only one preference. */
const preferences = ['dark', 'compact', '240'];
const renamed = 'Ben Lindqvist-Okafor';

/**
 * Sets a build's add-on id and version. All builds get the same id, because Firefox stores data by id. The version
 * must be new, as in a published update, so that Chromium registers the service worker again.
 */
const label = (folder, version) => {
  const path = join(folder, 'manifest.json');
  const { browser_specific_settings: settings, ...manifest } = JSON.parse(
    readFileSync(path, 'utf8'),
  );
  const own = settings && {
    ...settings,
    gecko: { ...settings.gecko, id: 'tessera@authenticator' },
  };
  const labeled = { ...manifest, version, ...(own && { browser_specific_settings: own }) };
  writeFileSync(path, JSON.stringify(labeled));
};

/** With the earlier build, creates a vault with accounts, sets preferences, and changes the companion's data. */
const fillProfile = async ({ open }) => {
  const manage = await open('manage.html#/add');
  await act(
    manage,
    `const fields = await until(() => visible('input[type=password]').length === 2 && visible('input[type=password]'));
     for (const field of fields) put(field, ${JSON.stringify(passphrase)});
     await rendered();
     await click(/^Create vault$/);
     for (const [site, account, key] of ${JSON.stringify(accounts)}) {
       await until(() => byName('input', /^Secret key/)?.value === '');
       await fill(/^Site or company/, site);
       await fill(/^Account name/, account);
       await fill(/^Secret key/, key);
       await click(/^Save account$/);
       await until(() => location.hash.startsWith('#/account/') && !byName('input', /^Secret key/));
       location.hash = '#/add';
     }`,
  );
  const settings = await open('manage.html#/preferences');
  await act(
    settings,
    `for (const value of ${JSON.stringify(preferences)})
       put(await until(() => visible('select').find((one) => [...one.options].some((option) => option.value === value))), value);
     await new Promise((go) => setTimeout(go, 1000));`,
  );
  const companion = await open('options.html');
  await act(
    companion,
    `await click(/sign-in (of|for) Ben Lindqvist/);
     await click(/^Sign in$/);
     await until(() => byName('button', /Account menu (of|for) Ben/));
     location.hash = '#/preferences/profile';
     await until(() => byName('input', /^Name/)?.value === 'Ben Lindqvist');
     await fill(/^Name/, ${JSON.stringify(renamed)});
     await click(/^Save/);
     await until(() => byName('button', /Account menu (of|for) Ben Lindqvist-Okafor/));`,
  );
  await wait(1000);
};

/** Returns the code of a secret at the time `at`, computed by an independent implementation. */
const codeAt = (secret, at) => new TOTP({ secret }).generate({ timestamp: at });

/** Returns how the profile, opened with the current build, differs from what the earlier build saved. */
const judgeProfile = async ({ open }) => {
  const wrong = [];
  const popup = await open('popup.html');
  const shown = await act(
    popup,
    `await until(() => visible('input[type=password]')[0]);
     if (/\\d{3}\\s\\d{3}/.test(document.body.innerText)) return { open: true };
     put(visible('input[type=password]')[0], ${JSON.stringify(passphrase)});
     visible('button[type=submit]')[0].click();
     await until(() => document.body.innerText.match(/\\d{3}\\s\\d{3}/g)?.length >= ${accounts.length});
     return { text: document.body.innerText, at: Date.now() };`,
  );
  if (shown.open) wrong.push('the vault was open after the update without its passphrase');
  const text = (shown.text ?? '').replaceAll(/\s/g, '');
  for (const [site, account, key] of accounts) {
    if (!text.includes(site) || !text.includes(account)) wrong.push(`${site} is missing`);
    const codes = [shown.at - 30_000, shown.at].map((at) => codeAt(key, at));
    if (!codes.some((code) => text.includes(code))) wrong.push(`${site} has another code`);
  }
  const settings = await open('manage.html#/preferences');
  const values = await act(
    settings,
    `await until(() => visible('select').length > 3);
     return visible('select').map((one) => one.value);`,
  );
  for (const value of preferences)
    if (!values.includes(value)) wrong.push(`the preference "${value}" is gone: ${values}`);
  const health = await open('manage.html#/security');
  const report = await act(
    health,
    `await click(/^Check now$/);
     await until(() => /all sound/.test(document.body.innerText));
     return document.body.innerText;`,
  ).catch((error) => String(error));
  if (!/all sound/.test(report)) wrong.push(`the health check says: ${report.slice(0, 800)}`);
  const companion = await open('options.html');
  // The upgrade of the companion's database ends all sessions.
  await act(
    companion,
    `await click(/sign-in (of|for) Ben Lindqvist/);
     await click(/^Sign in$/);
     await until(() => byName('button', /Account menu (of|for) ${renamed}/));`,
  ).catch((error) => wrong.push(`the companion's account is gone: ${String(error).slice(0, 800)}`));
  return wrong;
};

/** Does the work with the opened build, then closes its browser. */
const closingAfter = async (opened, work) => {
  try {
    return await work(opened);
  } finally {
    await opened.browser.close();
  }
};

const remove = (path) =>
  rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });

/**
 * Fills a profile with the build of an earlier commit, and opens the profile with the current build, which has the
 * same extension id.
 * @param {{ kind: 'chrome' | 'firefox', commit: string, built?: string }} setup `built` is the folder of
 *   an existing build of the commit
 * @returns {Promise<string[]>} what is wrong
 */
export const updateRun = async ({ kind, commit, built }) => {
  const before = built ?? buildCommit(commit, kind);
  const profile = mkdtempSync(join(tmpdir(), 'tessera-update-'));
  // Chromium derives the id of an unpacked extension from its path, so both builds run from one folder.
  const folder = mkdtempSync(join(tmpdir(), 'tessera-extension-'));
  try {
    cpSync(before, folder, { recursive: true });
    label(folder, '0.1.0');
    const earlier = await openBuild(kind, folder, profile);
    await closingAfter(earlier, fillProfile);
    // For an unpacked extension, Chromium would start the cached script of the earlier service worker.
    remove(join(profile, 'Default', 'Service Worker'));
    remove(folder);
    cpSync(join(root, '.output', `${kind}-mv3`), folder, { recursive: true });
    label(folder, '0.2.0');
    const present = await openBuild(kind, folder, profile);
    return await closingAfter(present, judgeProfile);
  } finally {
    for (const path of [folder, profile, ...(built ? [] : [before])]) remove(path);
  }
};
