import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

for (const build of ['chrome-mv3', 'firefox-mv3'])
  test(`the ${build} package contains the license and the notices of everything it bundles`, () => {
    const folder = `.output/${build}`;
    expect(existsSync(`${folder}/LICENSE`)).toBe(true);
    const notices = readFileSync(`${folder}/THIRD-PARTY-NOTICES.txt`, 'utf8');
    const named = [...notices.matchAll(/^-{72}\n(\S.*?)(?: \d\S*)? \(/gm)].map(([, name]) => name);
    expect(named).toEqual(
      expect.arrayContaining([
        '@noble/ciphers',
        '@otplib/hotp',
        'idb',
        'jsqr',
        'preact',
        'zxing-wasm',
        'zxing-cpp',
        '@bufbuild/protobuf',
        '@zip.js/zip.js',
        'hash-wasm',
        'tldts',
        'Public Suffix List',
      ]),
    );
    expect(notices).toContain('Apache License');
  });
