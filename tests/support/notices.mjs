// Collects the third-party code of the packages during bundling, checks it against the accepted licenses, and
// writes THIRD-PARTY-NOTICES.txt beside LICENSE in each build.
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './processes.mjs';

/** Licenses whose terms the notices file satisfies. */
const accepted = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
]);

/** Code that is inside a package but has its own license. The package's files don't always mention it. */
const inside = {
  'zxing-wasm': [
    {
      name: 'zxing-cpp',
      license: 'Apache-2.0',
      text: 'https://github.com/zxing-cpp/zxing-cpp\nCopyright of the ZXing authors and contributors. The terms of the Apache License 2.0 are printed below jsqr.',
    },
  ],
  '@zxcvbn-ts/core': [
    {
      name: 'The common passwords of @zxcvbn-ts/language-common',
      license: 'MIT',
      text: 'https://github.com/zxcvbn-ts/zxcvbn\nCopyright (c) 2012-2016 Dan Wheeler and Dropbox, Inc., copyright (c) 2021 @zxcvbn-ts. The terms of the MIT License are printed above.',
    },
  ],
  tldts: [
    {
      name: 'Public Suffix List',
      license: 'MPL-2.0',
      text: 'https://publicsuffix.org\nThis Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/.',
    },
  ],
};

/** Returns the package that a module belongs to, or null for our own code. */
export const packageOf = (id) =>
  /.*[/\\]node_modules[/\\]((?:@[^/\\]+[/\\])?[^/\\]+)/.exec(id)?.[1].replace('\\', '/') ?? null;

const folderOf = (id, name) => {
  const end = id.replaceAll('\\', '/').lastIndexOf(`node_modules/${name}`);
  return id.slice(0, end + `node_modules/${name}`.length);
};

/** Returns whether a package's license, an SPDX expression, is accepted. */
export const isAccepted = (license) =>
  String(license)
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((part) => accepted.has(part)));

/** Returns the license notice of a package. Throws if the license isn't accepted. */
export const noticeOf = (name, folder) => {
  const { version, license = '' } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!isAccepted(license))
    throw new Error(
      `${name} has the license "${license}", which tests/support/notices.mjs doesn't accept`,
    );
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `License: ${license}`;
  return { name, version, license, text };
};

/**
 * Collects the packages of all bundles of a build.
 * @returns the Vite plugin that collects them for each bundle and each worker, and the function that writes the file into a build
 */
export const collectNotices = () => {
  /** @type {Map<string, string>} package name to its folder */
  const found = new Map();
  return {
    plugin: () => ({
      name: 'collect-notices',
      generateBundle(_options, bundle) {
        for (const part of Object.values(bundle))
          for (const id of part.type === 'chunk' ? Object.keys(part.modules) : []) {
            const name = packageOf(id);
            if (name) found.set(name, folderOf(id, name));
          }
      },
    }),
    write(folder) {
      const notices = [...found]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([name, from]) => [noticeOf(name, from)].concat(inside[name] ?? []));
      const parts = notices.map(
        ({ name, version, license, text }) =>
          `${'-'.repeat(72)}\n${name}${version ? ` ${version}` : ''} (${license})\n\n${text}\n`,
      );
      const head = 'Tessera contains the following works of others.\n\n';
      writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), head + parts.join('\n'));
      const license = join(root, 'LICENSE');
      if (existsSync(license)) copyFileSync(license, join(folder, 'LICENSE'));
    },
  };
};
