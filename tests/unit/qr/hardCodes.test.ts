import { describe, expect, test, vi } from 'vitest';
import { readQrCodes, type Picture } from '../../../lib/qr';
import { findCodes, type Depth } from '../../../lib/qr/finder/findCodes';
import { grayOf } from '../../../lib/qr/finder/Gray';
import { readWithJsqr } from '../../../lib/qr/readWithJsqr';
import { exports } from '../../bench/qr/exports';
import { photographs } from '../../bench/qr/photographs';
import { random } from '../../bench/qr/random';
import { screenshots } from '../../bench/qr/screenshots';
import type { Sample } from '../../bench/qr/Sample';
import { drawQr } from './drawQr';

vi.setConfig({ testTimeout: 30_000 });

/** One picture of each kind of the bench. */
const kinds = [
  ...screenshots(random(7), 1),
  ...photographs(random(7), 1),
  ...exports(random(7), 1),
];
const readAll = async (sample: Sample) =>
  (await readQrCodes(sample.picture)).codes.map(({ text }) => text).toSorted();

describe('hard pictures', () => {
  test.each(kinds)('$kind: reads every code and nothing else', async (sample) => {
    expect(await readAll(sample)).toEqual([...sample.texts].toSorted());
  });
});

const byFinderAlone = async (picture: Picture, depth: Depth) =>
  findCodes(grayOf(picture), {
    readOne: async (one) => readWithJsqr(one, 'dontInvert'),
    known: [],
    maxCodes: 16,
    deadline: Infinity,
    now: () => 0,
    depth,
  });

/** jsqr cannot read dense codes, and the finder cannot locate tiny ones. */
const needsZxing = new Set([
  'dense export',
  'dense export, photographed',
  'our Google export',
  'our Google export, photographed',
  'tiny',
]);

describe('the finder', () => {
  test.each(kinds.filter(({ kind }) => !needsZxing.has(kind)))(
    '$kind: reads it without WebAssembly',
    async ({ picture, texts }) => {
      const light = await byFinderAlone(picture, 'light');
      const codes = light.length > 0 ? light : await byFinderAlone(picture, 'deep');
      expect(codes.map(({ text }) => text).toSorted()).toEqual([...texts].toSorted());
    },
  );

  test('reports the corners of a code', async () => {
    const picture = drawQr('otpauth://totp/a?secret=JBSWY3DPEHPK3PXP', { scale: 5, quiet: 0 });
    const [code] = await byFinderAlone(picture, 'deep');
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

describe('perfect pictures', () => {
  const levels = ['L', 'M', 'Q', 'H'] as const;
  const all = Array.from({ length: 40 }, (_, i) =>
    levels.map((level) => ({ version: i + 1, level })),
  );

  test.each(all.flat())('reads version $version at level $level', async ({ version, level }) => {
    const text = `${level} ${version}`;
    const picture = drawQr(text, { version, level, scale: 3 });
    expect((await readQrCodes(picture)).codes.map((code) => code.text)).toEqual([text]);
  });
});
