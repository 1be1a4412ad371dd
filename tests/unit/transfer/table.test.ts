import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Format } from '../../../lib/transfer/Format';
import { formats } from '../../../lib/transfer/formats';
import { writers } from '../../../lib/transfer/writeFile';
import { fixtures } from './fixtures';

const files = readdirSync('lib/transfer/formats').map((file) => file.replace(/\.ts$/, ''));
const known: Readonly<Record<string, Format>> = formats;

interface Row {
  readonly file: string;
  readonly app: string;
  readonly encrypted: boolean;
  readonly read: boolean;
  readonly written: boolean;
}
const section = readFileSync('README.md', 'utf8')
  .split(/^## /m)
  .find((part) => part.startsWith('Formats\n'));
const rows = Array.from(
  (section ?? '').matchAll(/^\| `(\w+)` *\|([^|]*)\|[^|]*\|([^|]*)\|([^|]*)\|([^|]*)\|$/gm),
  ([, file = '', app = '', encrypted = '', read = '', written = '']): Row => ({
    file,
    app: app.trim(),
    encrypted: encrypted.trim() !== '',
    read: read.trim() === 'yes',
    written: written.trim() !== '',
  }),
);

describe("the README's table of formats", () => {
  test('has exactly one row per format file', () => {
    expect(rows.map(({ file }) => file).toSorted()).toEqual(files.toSorted());
  });

  test('has every registered format except QR codes, which are read from lists and images', () => {
    expect([...Object.keys(known), 'googleMigration'].toSorted()).toEqual(files.toSorted());
  });

  test.each(rows.filter(({ file }) => file in known))(
    "states for $file the app's name, whether it can be encrypted and whether it can be written",
    ({ file, app, encrypted, read, written }) => {
      expect({ app, read }).toEqual({ app: known[file]?.app, read: true });
      expect(written).toBe(file in writers);
      const locked = fixtures.some(
        ({ format, password }) => format === file && password !== undefined,
      );
      expect(encrypted).toBe(locked);
    },
  );
});
