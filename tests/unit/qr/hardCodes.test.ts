import { describe, expect, test, vi } from 'vitest';
import { readQrCodes, type Picture } from '../../../lib/qr';
import { findCodes, type Depth } from '../../../lib/qr/finder/findCodes';
import { grayOf, type Gray } from '../../../lib/qr/finder/Gray';
import { opponentColors } from '../../../lib/qr/opponentColors';
import { readWithJsqr } from '../../../lib/qr/readWithJsqr';
import { exports } from '../../bench/qr/exports';
import { photographs } from '../../bench/qr/photographs';
import { random } from '../../bench/qr/random';
import { screenshots } from '../../bench/qr/screenshots';
import type { Sample } from '../../bench/qr/Sample';
import { drawQr } from './drawQr';

vi.setConfig({ testTimeout: 30_000 });

/** The kinds of hard pictures, with one picture each. */
const kinds = [
  ...screenshots(random(7), 1),
  ...photographs(random(7), 1),
  ...exports(random(7), 1),
];
const readAll = async (sample: Sample) =>
  (await readQrCodes(sample.picture)).codes.map(({ text }) => text).toSorted();

describe('reading hard pictures', () => {
  test.each(kinds)('finds every code and nothing else: $kind', async (sample) => {
    expect(await readAll(sample)).toEqual([...sample.texts].toSorted());
  });
});

const byFinderAlone = async (gray: Gray, depth: Depth) =>
  findCodes(gray, {
    readOne: async (one) => readWithJsqr(one, 'dontInvert'),
    known: [],
    maxCodes: 255,
    deadline: Infinity,
    now: () => 0,
    depth,
  });

/** Searches the images that the reader derives from a picture at each depth until one of them contains a code. */
async function firstFound(picture: Picture) {
  const colors = opponentColors(picture);
  const images = [grayOf(picture), grayOf(picture, 'black'), ...(colors ? [colors] : [])];
  for (const depth of ['light', 'open', 'deep'] as const)
    for (const image of images) {
      const codes = await byFinderAlone(image, depth);
      if (codes.length > 0) return codes;
    }
  return [];
}

/**
 * Kinds that are read only with zxing, because jsqr can't read dense codes and the finder can't locate tiny
 * codes.
 */
const needsZxing = new Set([
  'dense export',
  'dense export, photographed',
  'our Google export',
  'our Google export, photographed',
  'tiny',
]);

describe('the finder', () => {
  test.each(kinds.filter(({ kind }) => !needsZxing.has(kind)))(
    'reads this kind without WebAssembly: $kind',
    async ({ picture, texts }) => {
      const codes = await firstFound(picture);
      expect(codes.map(({ text }) => text).toSorted()).toEqual([...texts].toSorted());
    },
  );

  test('reports the corners of a code', async () => {
    const picture = drawQr('otpauth://totp/a?secret=JBSWY3DPEHPK3PXP', { scale: 5, quiet: 0 });
    const [code] = await byFinderAlone(grayOf(picture), 'deep');
    const [topLeft, , bottomRight] = code?.corners ?? [];
    for (const [at, wanted] of [
      [topLeft, 0],
      [bottomRight, picture.width],
    ] as const) {
      expect(Math.abs((at?.x ?? -99) - wanted)).toBeLessThan(3);
      expect(Math.abs((at?.y ?? -99) - wanted)).toBeLessThan(3);
    }
  });
});

describe('reading undistorted pictures', () => {
  const levels = ['L', 'M', 'Q', 'H'] as const;
  const all = Array.from({ length: 40 }, (_, i) =>
    levels.map((level) => ({ version: i + 1, level })),
  );

  test.each(all.flat())(
    'reads version $version at error correction level $level',
    async ({ version, level }) => {
      const text = `${level} ${version}`;
      const picture = drawQr(text, { version, level, scale: 3 });
      expect((await readQrCodes(picture)).codes.map((code) => code.text)).toEqual([text]);
    },
  );
});
