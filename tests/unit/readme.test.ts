import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { UserManifest } from 'wxt';
import config from '../../wxt.config';

const readme = readFileSync('README.md', 'utf8');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object };

const manifestFor = async (browser: string): Promise<UserManifest> => {
  const { manifest } = config;
  if (typeof manifest !== 'function')
    throw new Error('wxt.config.ts no longer computes the manifest');
  return manifest({ browser, mode: 'production', command: 'build', manifestVersion: 3 });
};

const section = (title: string): string =>
  readme.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? '';

describe('the README', () => {
  test('explains exactly the permissions that the manifest requests', async () => {
    const manifests = await Promise.all(['chrome', 'firefox'].map(manifestFor));
    const asked = manifests.map(({ permissions = [], optional_permissions: later = [] }) =>
      permissions.concat(later),
    );
    const explained = [...section('Permissions').matchAll(/^\| `([\w-]+)`\s+\| \S/gm)];
    expect(new Set(explained.map(([, name]) => name))).toEqual(new Set(asked.flat()));
  });

  test('correctly says that there are no host permissions, content scripts or web-accessible resources', async () => {
    for (const browser of ['chrome', 'firefox']) {
      const manifest = await manifestFor(browser);
      expect(manifest.host_permissions ?? []).toEqual([]);
      expect(manifest.content_scripts ?? []).toEqual([]);
      expect(manifest.web_accessible_resources ?? []).toEqual([]);
    }
  });

  test('lists only existing commands', () => {
    const named = [...readme.matchAll(/npm run ([\w-]+)/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => !((name ?? '') in scripts))).toEqual([]);
  });

  test('has only links and pictures of existing files', () => {
    const links = [...readme.matchAll(/\]\((?!https?:|#)([^)]+)\)|src="([^"]+)"/g)];
    const paths = links.map(([, link, picture]) => link ?? picture ?? '');
    expect(paths.length).toBeGreaterThan(2);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });
});
