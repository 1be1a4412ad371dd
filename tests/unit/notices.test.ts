import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { collectNotices, isAccepted, noticeOf, packageOf } from '../support/notices.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-notices-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function packageAt(name: string, license: string): string {
  const at = join(folder, 'node_modules', name);
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, 'package.json'), JSON.stringify({ name, version: '1.2.3', license }));
  return at;
}

test.each([
  ['/x/node_modules/preact/dist/preact.mjs', 'preact'],
  ['/x/node_modules/@noble/hashes/sha2.js', '@noble/hashes'],
  ['/x/node_modules/a/node_modules/b/index.js', 'b'],
  ['/x/lib/otp/index.ts', null],
])('the module %s belongs to the package %s', (id, name) => {
  expect(packageOf(id)).toBe(name);
});

test('the notices of a build name every bundled package with its license', () => {
  const at = packageAt('left-pad', 'MIT');
  writeFileSync(join(at, 'LICENSE'), 'Permission is hereby granted');
  const notices = collectNotices();
  const modules = { [join(at, 'index.js')]: {} };
  notices.plugin().generateBundle({}, { 'a.js': { type: 'chunk', modules } });
  notices.write(folder);
  const text = readFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  expect(text).toContain('left-pad 1.2.3 (MIT)');
  expect(text).toContain('Permission is hereby granted');
  expect(readFileSync(join(folder, 'LICENSE'), 'utf8')).toContain('MIT License');
});

test("a package with a license that we don't accept fails the build", () => {
  expect(() => noticeOf('evil', packageAt('evil', 'GPL-3.0'))).toThrow('evil has the license');
});

test.each([
  ['MIT', true],
  ['(GPL-3.0 OR MIT)', true],
  ['Apache-2.0 AND BSD-3-Clause', true],
  ['MIT AND GPL-3.0', false],
  ['UNLICENSED', false],
])('isAccepted(%j) returns %s', (license, expected) => {
  expect(isAccepted(license)).toBe(expected);
});

test('every package of the lock file, tools included, has an accepted license', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { license?: string }>;
  };
  const others = Object.entries(packages).filter(([, { license }]) => !isAccepted(license));
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(others.map(([path]) => path)).toEqual([]);
});
