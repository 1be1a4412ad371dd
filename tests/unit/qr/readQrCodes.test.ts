import { describe, expect, test } from 'vitest';
import { qrMatrix, readQrCodes, type Picture } from '../../../lib/qr';
import { blank, drawQr, paste } from './drawQr';

const uri = 'otpauth://totp/Example:alice@example.com?secret=JBSWY3DPEHPK3PXP&issuer=Example';
const texts = async (picture: Picture) =>
  (await readQrCodes(picture)).codes.map(({ text }) => text).toSorted();

describe('reading QR codes', () => {
  test('returns text, bytes and corners of a code', async () => {
    const page = paste(blank(800, 600), drawQr(uri), 300, 200);
    const {
      codes: [code],
    } = await readQrCodes(page);
    expect(code?.text).toBe(uri);
    expect(code?.bytes).toEqual(new TextEncoder().encode(uri));
    const side = qrMatrix(uri).length * 4;
    const wanted = [
      [316, 216],
      [316 + side, 216],
      [316 + side, 216 + side],
      [316, 216 + side],
    ];
    for (const [i, { x, y }] of (code?.corners ?? []).entries()) {
      expect(Math.abs(x - (wanted[i]?.[0] ?? 0))).toBeLessThan(6);
      expect(Math.abs(y - (wanted[i]?.[1] ?? 0))).toBeLessThan(6);
    }
    expect(code?.corners).toHaveLength(4);
  });

  test('returns an empty list for a picture without a code', async () => {
    expect(await texts(blank(300, 200))).toEqual([]);
  });

  test('returns an empty list for a picture of one pixel', async () => {
    expect(await texts(blank(1, 1))).toEqual([]);
  });

  test('reads a light code on a dark page', async () => {
    const code = drawQr(uri, { dark: 255, light: 20 });
    expect(await texts(paste(blank(600, 400, 20), code, 100, 50))).toEqual([uri]);
  });

  test('reads every code of a page', async () => {
    const wanted = [1, 2, 3, 4].map((n) => `${uri}${n}`);
    const page = wanted.reduce(
      (onto, text, i) => paste(onto, drawQr(text), 20 + (i % 2) * 300, 20 + (i >> 1) * 280),
      blank(640, 600),
    );
    expect(await texts(page)).toEqual(wanted);
  });

  test.each([2, 3, 4])(
    'reads a light code of %i pixels per module beside a dark code',
    async (scale) => {
      const night = paste(
        blank(400, 400, 20),
        drawQr(uri, { dark: 255, light: 20, scale }),
        40,
        40,
      );
      const page = paste(paste(blank(1366, 768), drawQr(`${uri}2`), 30, 30), night, 700, 200);
      expect(await texts(page)).toEqual([uri, `${uri}2`]);
    },
  );

  test('returns equal codes once', async () => {
    const page = paste(paste(blank(640, 300), drawQr(uri), 10, 10), drawQr(uri), 330, 10);
    expect(await texts(page)).toEqual([uri]);
  });

  test('treats transparent pixels as white', async () => {
    const picture = drawQr(uri);
    for (let i = 0; i < picture.data.length; i += 4)
      if (picture.data[i] === 255) picture.data.fill(0, i, i + 4);
    expect(await texts(picture)).toEqual([uri]);
  });

  test('reads pictures whose width is not a multiple of eight', async () => {
    for (const width of [401, 403, 406])
      expect(await texts(paste(blank(width, 391), drawQr(uri), 19, 3))).toEqual([uri]);
  });

  test('keeps names in other alphabets', async () => {
    const text = 'otpauth://totp/Пример:алиса?secret=JBSWY3DPEHPK3PXP&issuer=例え';
    expect(await texts(drawQr(text))).toEqual([text]);
  });
});

describe('drawing a QR code', () => {
  test('gives a picture that can be read back', async () => {
    const rows = qrMatrix(uri);
    const picture = blank((rows.length + 8) * 4, (rows.length + 8) * 4);
    rows.forEach((row, y) =>
      row.forEach((dark, x) => {
        if (!dark) return;
        for (let dy = 0; dy < 4; dy++) {
          const at = (((y + 4) * 4 + dy) * picture.width + (x + 4) * 4) * 4;
          for (let i = at; i < at + 16; i++) if (i % 4 !== 3) picture.data[i] = 0;
        }
      }),
    );
    expect(await texts(picture)).toEqual([uri]);
  });

  test('throws RangeError if the text is too long', () => {
    expect(() => qrMatrix('x'.repeat(3000))).toThrow(RangeError);
  });
});
