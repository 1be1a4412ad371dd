import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { interpret } from '../../../lib/authenticator/import';
import { readQrCodes, type Picture } from '../../../lib/qr';
import labels from '../../vectors/scanning/labels.json';

const at = (file: string) => new URL(`../../vectors/scanning/${file}`, import.meta.url);

/** Returns a file's pixels as the worker decodes them, before a background is added. */
function pictureOf(file: string): Picture {
  const { width, height, data } = PNG.sync.read(readFileSync(at(file)));
  return { width, height, data: new Uint8ClampedArray(data) };
}

const read = async (file: string) => readQrCodes(pictureOf(file));

/**
 * Matches animations, SVG drawings, damaged files and HTML pages. These files need a browser and are tested in
 * tests/e2e/scanFiles.spec.ts.
 */
const needsBrowser = /^(?:animated|wrong-ending|truncated)|\.(?:svg|html)$/;

/** Pictures that no tested reader can read. Reading a wrong text from any of them is a defect. */
const hard = new Set([
  'square-dots-gap-1.png',
  'cursor-over-finder-1.png',
  'finder-corner-cut-1.png',
  'css-blur-1.png',
  'noise-1.png',
  'low-contrast-1.png',
]);

/** A code whose text contains two URIs, for two accounts. */
const severalInOne = 'two-uris-in-one-code-1.png';

const pictures = labels.filter(({ file }) => !needsBrowser.test(file) && file !== severalInOne);

describe('pictures that were once unread or misread', () => {
  test.each(pictures.filter(({ file }) => !hard.has(file)))(
    '$file is read',
    async ({ file, texts }) => {
      const { codes, truncated } = await read(file);
      expect(codes.map(({ text }) => text).toSorted()).toEqual(texts.toSorted());
      expect(truncated).toBe(false);
    },
  );

  test.each(pictures.filter(({ file }) => hard.has(file)))(
    '$file is read correctly or not at all',
    async ({ file, texts }) => {
      for (const { text } of (await read(file)).codes) expect(texts).toContain(text);
    },
  );

  test('a part of a split message is reported as a part', async () => {
    const { parts } = await read('structured-append-first-part-alone-1.png');
    expect(parts).toMatchObject([{ index: 0, size: 2 }]);
  });

  test('two URIs in one code give two accounts, and no name contains a URI or a secret', async () => {
    const { codes } = await read(severalInOne);
    const { accounts, unreadable, others } = interpret(codes.map(({ text }) => text));
    expect(accounts.map(({ issuer, account }) => `${issuer} ${account}`)).toEqual([
      'LineA0 user@example.com',
      'LineB0 user@example.com',
    ]);
    expect([...unreadable, ...others]).toEqual([]);
  });
});
