import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../../', import.meta.url));

const plural = /\.(?:zero|one|two|few|many|other)$/;

const flatten = (tree: object, stem = ''): string[] =>
  Object.entries(tree).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? flatten(value, `${stem}${name}.`)
      : [`${stem}${name}`],
  );

const english = readFileSync(`${root}components/locales/en.yml`, 'utf8');
const keys = flatten(parse(english) as object);

const source = globSync(['{components,entrypoints,lib}/**/*.{ts,tsx}', 'wxt.config.ts'], {
  cwd: root,
})
  .map((file) => readFileSync(`${root}${file}`, 'utf8'))
  .join('\n');

/** The keys that appear as literals in the source, such as `t('popup.more')` or `__MSG_extension_name__`. */
const named = new Set([
  ...[...source.matchAll(/['"`](\w+(?:\.\w+)+)['"`]/g)].map(([, key]) => key ?? ''),
  ...[...source.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => (key ?? '').replace('_', '.')),
]);

/** A pattern for each key that the source composes, such as `companion.mail.${kind}.subject`. */
const patterns = [...source.matchAll(/`(\w+\.[\w.]*\$\{[^`]*)`/g)].map(
  ([, template]) =>
    new RegExp(`^${(template ?? '').replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '\\w+')}$`),
);

const isUsed = (key: string): boolean =>
  named.has(key) ||
  named.has(key.replace(plural, '')) ||
  patterns.some((pattern) => pattern.test(key));

test('every text in the locale file is used by a page or the manifest', () => {
  expect(keys.filter((key) => !isUsed(key) && !key.startsWith('locale.'))).toEqual([]);
});

test('every text that a page uses is in the locale file', () => {
  const stems = new Set(keys.map((key) => key.split('.')[0]));
  const known = new Set([...keys, ...keys.map((key) => key.replace(plural, ''))]);
  const asked = [...source.matchAll(/\bt\('(\w+(?:\.\w+)+)'/g)].map(([, key]) => key ?? '');
  expect(asked.length).toBeGreaterThan(500);
  expect(asked.filter((key) => stems.has(key.split('.')[0]) && !known.has(key))).toEqual([]);
});
