import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { UserManifest } from 'wxt';
import config from '../../wxt.config';
import { firstTier, secondTier, textsOf } from '../support/localeTexts.mjs';
import { missingInSafari } from '../support/safari.mjs';

const folder = 'components/locales/store';
const languages = [...firstTier, ...secondTier].map(({ file }) => file);
const listingOf = (file: string) =>
  parse(readFileSync(`${folder}/${file}.yml`, 'utf8')) as { terms: string[]; description: string };

/** Returns which lines of a description are list items. */
const shape = (text: string) => text.split('\n').map((line) => line.startsWith('• '));

const manifestFor = async (browser: string): Promise<UserManifest> => {
  const { manifest } = config;
  if (typeof manifest !== 'function') throw new Error('wxt.config.ts has no computed manifest');
  return manifest({ browser, mode: 'production', command: 'build', manifestVersion: 3 });
};

test('every language has a store listing, and the folder has no other files', () => {
  const files = readdirSync(folder).filter((name) => name !== 'README.md');
  expect(files.toSorted()).toEqual(languages.map((file) => `${file}.yml`).toSorted());
});

describe.each(languages)('the store listing in %s', (file) => {
  const { terms, description } = listingOf(file);
  const texts = textsOf(file);
  const name = String(texts.get('extension.name'));
  const short = String(texts.get('extension.description'));

  test('stays within the limits of every store', () => {
    expect(name.length).toBeLessThanOrEqual(45);
    expect(short.length).toBeGreaterThan(0);
    expect(short.length).toBeLessThanOrEqual(132);
    expect(description.length).toBeGreaterThanOrEqual(250);
    expect(description.length).toBeLessThanOrEqual(5000);
    expect(terms.length).toBeLessThanOrEqual(7);
    expect(terms.filter((term) => term.length > 30)).toEqual([]);
    expect(terms.flatMap((term) => term.split(/[\s-]+/)).length).toBeLessThanOrEqual(21);
  });

  test('has the same structure and product names as the English one', () => {
    expect(shape(description)).toEqual(shape(listingOf('en').description));
    for (const word of ['Tessera', 'Google Authenticator', 'KeePass', 'WebDAV', '30'])
      expect(description).toContain(word);
  });
});

test('the listing gives a reason for every permission', async () => {
  const readme = readFileSync(`${folder}/README.md`, 'utf8');
  const rows = readme.matchAll(/^\| `([^`]+)`\s+\| \S.{20,} \|$/gm);
  const explained = new Set(Array.from(rows, ([, one]) => one));
  const asked = (await Promise.all(['chrome', 'firefox'].map(manifestFor))).flatMap(
    ({
      permissions = [],
      optional_permissions: later = [],
      optional_host_permissions: hosts = [],
    }) => [permissions, later, hosts].flat(),
  );
  expect(asked.filter((name) => !explained.has(name))).toEqual([]);
});

describe('the manifest', () => {
  test.each(['edge', 'opera', 'brave', 'vivaldi'])(
    'for %s is the one for Chrome',
    async (browser) => {
      expect(await manifestFor(browser)).toEqual(await manifestFor('chrome'));
    },
  );

  test('for Firefox has a valid id that is no placeholder', async () => {
    const { browser_specific_settings: settings } = await manifestFor('firefox');
    const id = settings?.gecko?.id ?? '';
    expect(id).toMatch(/^(\{[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\}|[\w.-]*@[\w.-]+)$/i);
    expect(id).not.toMatch(/invalid|example|test|localhost|placeholder/);
    expect(id.length).toBeLessThanOrEqual(80);
  });

  test('for Safari has only what Safari supports', async () => {
    const manifest = await manifestFor('safari');
    const asked = [manifest.permissions, manifest.optional_permissions].flat();
    expect(new Set(asked)).toEqual(
      new Set([
        'activeTab',
        'alarms',
        'clipboardWrite',
        'contextMenus',
        'scripting',
        'storage',
        'unlimitedStorage',
      ]),
    );
    for (const key of ['minimum_chrome_version', 'protocol_handlers', 'side_panel', 'storage'])
      expect(manifest).not.toHaveProperty(key);
    expect(manifest.browser_specific_settings?.gecko).toBeUndefined();
  });

  test('for Safari lacks nothing that the notes for stores leave out', () => {
    const readme = readFileSync(`${folder}/README.md`, 'utf8');
    for (const { feature, api } of missingInSafari)
      expect(readme).toMatch(new RegExp(`^\\| ${feature} +\\| \`${api}\``, 'm'));
  });
});
