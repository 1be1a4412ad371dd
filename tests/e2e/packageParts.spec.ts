import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { chunkModulesFile } from '../support/chunkModules.mjs';

/** The most that a file may take in a package, in kB deflated. A file that matches no line may take 10 kB. */
const budgets: readonly [RegExp, number][] = [
  [/^assets\/zxing_reader\.wasm$/, 420],
  [/^chunks\/sites\.js$/, 122],
  [/^assets\/kdbxweb\.js$/, 63],
  [/^assets\/createDecoders\.js$/, 62],
  [/^chunks\/popup\.js$/, 60],
  [/^background\.js$/, 60],
  [/^chunks\/serviceIcons\.js$/, 54],
  [/^assets\/readWorker\.js$/, 49],
  [/^assets\/zip-core-native\.js$/, 38],
  [/^chunks\/options\.js$/, 30],
  [/^chunks\/vault\.js$/, 30],
  [/^chunks\/ui\.js$/, 29],
  [/^_locales\/\w+\/messages\.json$/, 30],
  [/^chunks\/deriveKey\.js$/, 28],
  [/^chunks\/isCommonPassword\.js$/, 17],
  [/^chunks\/estimate\.js$/, 16],
  [/^chunks\/otp\.js$/, 16],
  [/^chunks\/transfer\.js$/, 14],
  [/^fill\.js$/, 12.5],
  [/^chunks\/manage\.js$/, 12.5],
  [/^chunks\/deferredParts\.js$/, 12],
  [/^chunks\/scanning\.js$/, 11.5],
  [/^THIRD-PARTY-NOTICES\.txt$/, 11],
  [/^assets\/qrWorker\.js$/, 10.5],
];

/**
 * Packages that may be in a package more than once: the popup has its own copy of everything that it runs at its
 * start, in one file, and a worker can't share code with pages that load at once.
 */
const repeated = ['@bufbuild/protobuf', '@noble/ciphers', '@noble/hashes', 'preact'];

/** From this length in characters, before minification, a module may not be in two files. */
const large = 10_000;

const buildFolder = (build: string) => `.output/${build}`;

/** Returns the files of a build, each with its name without the hash. */
const filesOf = (build: string) =>
  readdirSync(buildFolder(build), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = relative(buildFolder(build), join(entry.parentPath, entry.name));
      const bytes = readFileSync(join(buildFolder(build), path));
      return { path, name: path.replace(/-[\w-]{8}(\.\w+)$/, '$1'), bytes };
    });

/** Returns every module that is in more than one file of a build, with the files. */
const repeatedModules = (build: string) => {
  const files = JSON.parse(readFileSync(chunkModulesFile(buildFolder(build)), 'utf8')) as Record<
    string,
    Record<string, number>
  >;
  const found = new Map<string, { file: string; length: number }[]>();
  for (const [file, modules] of Object.entries(files))
    for (const [id, length] of Object.entries(modules))
      found.set(id, [...(found.get(id) ?? []), { file, length }]);
  expect(found.size).toBeGreaterThan(500);
  return [...found].filter(([, copies]) => copies.length > 1);
};

for (const build of ['chrome-mv3', 'firefox-mv3']) {
  test(`every file of the ${build} package stays within its budget`, () => {
    const over = filesOf(build).flatMap(({ name, bytes }) => {
      const limit = budgets.find(([pattern]) => pattern.test(name))?.[1] ?? 10;
      const size = deflateRawSync(bytes, { level: 9 }).length / 1000;
      return size > limit ? [`${name}: ${size} kB of ${limit}`] : [];
    });
    expect(over).toEqual([]);
  });

  test(`the ${build} package has no file twice`, () => {
    const seen = new Map<string, string>();
    const twice = filesOf(build).flatMap(({ path, bytes }) => {
      const sum = createHash('sha256').update(bytes).digest('hex');
      const first = seen.get(sum);
      seen.set(sum, path);
      return first ? [`${first} = ${path}`] : [];
    });
    expect(twice).toEqual([]);
  });

  test(`the ${build} package has no large module twice, except what the popup and the workers start with`, () => {
    const modules = repeatedModules(build);
    const unexpected = modules.filter(
      ([id, copies]) =>
        copies.some(({ length }) => length >= large) &&
        !repeated.some((name) => id.startsWith(`node_modules/${name}/`)),
    );
    expect(unexpected).toEqual([]);
    const extra = modules.flatMap(([, copies]) => copies.slice(1).map(({ length }) => length));
    expect(extra.reduce((sum, length) => sum + length, 0)).toBeLessThan(540_000);
  });
}
