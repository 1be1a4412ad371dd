import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

/** The fields of a manifest that these tests check. */
interface Manifest {
  readonly version: string;
  readonly icons: Record<string, string>;
  readonly permissions: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly content_scripts?: readonly unknown[];
  readonly externally_connectable?: unknown;
  readonly web_accessible_resources?: readonly unknown[];
  readonly commands: Record<string, { readonly suggested_key?: unknown }>;
  readonly content_security_policy: { readonly extension_pages: string };
  readonly minimum_chrome_version?: string;
  readonly side_panel?: unknown;
  readonly sidebar_action?: { readonly open_at_install: boolean };
  readonly browser_specific_settings?: {
    readonly gecko: { readonly id: string; readonly strict_min_version: string };
    readonly gecko_android: { readonly strict_min_version: string };
  };
}

const folderOf = (build: string) => `.output/${build}`;
const manifestOf = (build: string) =>
  JSON.parse(readFileSync(join(folderOf(build), 'manifest.json'), 'utf8')) as Manifest;
const filesOf = (build: string) =>
  readdirSync(folderOf(build), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const shared = ['activeTab', 'alarms', 'contextMenus', 'idle', 'scripting', 'storage'];
const builds = [
  ['chrome-mv3', [...shared, 'offscreen', 'sidePanel', 'unlimitedStorage']],
  ['firefox-mv3', [...shared, 'unlimitedStorage']],
] as const;

for (const [build, permissions] of builds) {
  test(`the ${build} package requests no site access and only the listed permissions`, () => {
    const manifest = manifestOf(build);
    expect(new Set(manifest.permissions)).toEqual(new Set(permissions));
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.content_scripts ?? []).toEqual([]);
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    expect(manifest.externally_connectable).toBeUndefined();
  });

  test(`the ${build} package has a version, icons and names that the stores accept`, () => {
    const manifest = manifestOf(build);
    expect(manifest.version).toMatch(/^\d{1,5}(\.\d{1,5}){0,3}$/);
    // Chrome's store accepts at most four suggested keys.
    const keys = Object.values(manifest.commands).filter((one) => one.suggested_key);
    expect(keys.length).toBeLessThanOrEqual(4);
    for (const [size, path] of Object.entries(manifest.icons)) {
      const png = readFileSync(join(folderOf(build), path));
      // Width and height of the PNG's IHDR chunk.
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Number(size), Number(size)]);
    }
    expect(Object.keys(manifest.icons)).toContain('128');
    for (const locale of readdirSync(join(folderOf(build), '_locales'))) {
      const file = join(folderOf(build), '_locales', locale, 'messages.json');
      const words = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>;
      expect(words['extension_name']?.message.length ?? 0, locale).toBeLessThanOrEqual(45);
      expect(words['extension_description']?.message.length ?? 0, locale).toBeLessThanOrEqual(132);
    }
  });

  test(`the ${build} package runs only its own code`, () => {
    const policy = manifestOf(build).content_security_policy.extension_pages;
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).not.toMatch(/'unsafe-(inline|eval)'/);
    const code = filesOf(build).filter((name) => name.endsWith('.js'));
    for (const name of code)
      expect(readFileSync(name, 'utf8'), name).not.toMatch(/\beval\(|\bFunction\(/);
  });

  test(`the ${build} package stays below 1.7 MB`, () => {
    const bytes = filesOf(build).map((name) => {
      const { length } = deflateRawSync(readFileSync(name), { level: 9 });
      // A ZIP file has two headers for each file, both with its path (APPNOTE.TXT 4.3.7 and 4.3.12).
      return length + 30 + 46 + 2 * relative(folderOf(build), name).length;
    });
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(1_700_000);
  });
}

/**
 * Features that bundles use without checking for support, with the first versions of Chrome and Firefox that have
 * them. Source: MDN.
 */
const features: readonly [RegExp, chrome: number, firefox: number][] = [
  [/\.checkVisibility\(/, 105, 106],
  [/\.toSorted\(|\.toReversed\(|\.toSpliced\(/, 110, 115],
  [/\.showPopover\(|\.hidePopover\(|popover:/, 114, 125],
  [/Promise\.withResolvers/, 119, 121],
  [/\.(isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/, 122, 127],
  [/Iterator\.from\(/, 122, 131],
  [/URL\.parse\(/, 126, 126],
  [/Promise\.try\(/, 128, 134],
  [/RegExp\.escape\(/, 136, 134],
  [/Uint8Array\.fromBase64\(/, 140, 133],
  [/Math\.sumPrecise\(/, 147, 137],
];

const featuresIn = (build: string) => {
  const code = filesOf(build)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(name, 'utf8'));
  return features.filter(([feature]) => code.some((text) => feature.test(text)));
};

test('the oldest supported browsers have every feature that the bundles use', () => {
  const chrome = Number(manifestOf('chrome-mv3').minimum_chrome_version);
  const tooNew = featuresIn('chrome-mv3').filter(([, since]) => since > chrome);
  expect(tooNew.map(([feature]) => feature.source)).toEqual([]);
  const { gecko, gecko_android: android } =
    manifestOf('firefox-mv3').browser_specific_settings ?? {};
  const firefox = Number.parseFloat(gecko?.strict_min_version ?? '0');
  const tooNewForFirefox = featuresIn('firefox-mv3').filter(([, , since]) => since > firefox);
  expect(tooNewForFirefox.map(([feature]) => feature.source)).toEqual([]);
  // Firefox for Android supports `data_collection_permissions` two versions later than desktop Firefox.
  expect(Number.parseFloat(android?.strict_min_version ?? '0')).toBeGreaterThanOrEqual(142);
});

test('Chrome packages have a side panel, Firefox packages a sidebar', () => {
  const chrome = manifestOf('chrome-mv3');
  expect(chrome.side_panel).toBeDefined();
  expect(chrome.sidebar_action).toBeUndefined();
  const firefox = manifestOf('firefox-mv3');
  expect(firefox.side_panel).toBeUndefined();
  expect(firefox.sidebar_action?.open_at_install).toBe(false);
  expect(existsSync(join(folderOf('firefox-mv3'), 'popup.html'))).toBe(true);
});
