import { describe, expect, test } from 'vitest';
import { blobOfDataUrl } from '../../../lib/qr/blobOfDataUrl';
import { imageFormat, isForeignFormat } from '../../../lib/qr/imageFormat';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('recognizing image formats', () => {
  test.each([
    ['PNG', '\x89PNG\r\n\x1a\n'],
    ['JPEG', '\xff\xd8\xff\xe0\0\x10JFIF'],
    ['GIF', 'GIF89a'],
    ['BMP', 'BM\x36\0\0\0\0\0\0\0'],
    ['WebP', 'RIFF\x24\0\0\0WEBPVP8 '],
    ['AVIF', '\0\0\0\x1cftypavif\0\0\0\0'],
    ['AVIF', '\0\0\0\x20ftypmif1\0\0\0\0mif1avifmiaf'],
    ['ICO', '\0\0\x01\0\x01\0\x20\x20'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg">'],
    ['SVG', '\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a > b -->\n<!DOCTYPE svg>\n<svg>'],
    ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
    ['HEIC', '\0\0\0\x18ftypmif1\0\0\0\0mif1heic'],
    ['TIFF', 'II*\0\x08\0\0\0'],
    ['TIFF', 'MM\0*\0\0\0\x08'],
    ['PSD', '8BPS\0\x01'],
    ['JPEG XL', '\xff\x0a\x00'],
    ['JPEG 2000', '\0\0\0\x0cjP  \r\n'],
    ['PDF', '%PDF-1.7\n'],
    ['PDF', `${' '.repeat(500)}%PDF-1.4`],
    ['EPS', '%!PS-Adobe-3.0 EPSF-3.0'],
  ] as const)('recognizes %s by its first bytes', (format, head) => {
    expect(imageFormat(bytes(head))).toBe(format);
  });

  test.each(['', 'otpauth://totp/a', '{"version":1}', '<html><svg>'])(
    'recognizes no image in %j',
    (text) => {
      expect(imageFormat(bytes(text))).toBeNull();
    },
  );

  test("reports HEIC, TIFF and PDF as formats that browsers don't decode", () => {
    expect((['HEIC', 'TIFF', 'PDF'] as const).every(isForeignFormat)).toBe(true);
    expect((['PNG', 'AVIF', 'SVG', null] as const).some(isForeignFormat)).toBe(false);
  });
});

describe('decoding data: URLs', () => {
  const content = 'any \x00 bytes \xff~?>';
  const base64 = btoa(content);
  const wrapped = base64.replaceAll(/(.{4})/g, '$1\r\n');

  test.each([
    ['base64', `data:image/png;base64,${base64}`],
    ['base64 without a type', `data:;base64,${base64}`],
    ['base64 after other parameters', `data:image/png;charset=utf-8;base64,${base64}`],
    ['a space before base64', `data:image/png; base64,${base64}`],
    ['upper case', `DATA:IMAGE/PNG;BASE64,${base64}`],
    ['escaped base64', `data:image/png;base64,${encodeURIComponent(base64)}`],
    ['base64 in escaped lines', `data:image/png;base64,${encodeURIComponent(wrapped)}`],
    ['base64 in lines', `data:image/png;base64,${wrapped}`],
    ['base64 without padding', `data:image/png;base64,${base64.replace(/=+$/, '')}`],
    ['percent escapes alone', `data:image/png,any%20%00%20bytes%20%FF~?>`],
    ['a fragment', `data:image/png;base64,${base64}#part`],
  ])('accepts %s', async (_, url) => {
    const blob = blobOfDataUrl(url);
    expect(new Uint8Array(await blob.arrayBuffer())).toEqual(bytes(content));
    expect(['', 'image/png', 'image/png;charset=utf-8']).toContain(blob.type);
  });

  test('keeps a percent sign that starts no escape', async () => {
    expect(await blobOfDataUrl('data:,100%zz%').text()).toBe('100%zz%');
  });

  test.each(['data:image/png;base64', 'https://example.com/a.png', 'data:image/png;base64,§§'])(
    'rejects %s',
    (url) => {
      expect(() => blobOfDataUrl(url)).toThrow('scan/bad-image');
    },
  );
});
