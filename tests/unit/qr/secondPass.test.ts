import { describe, expect, test } from 'vitest';
import { readQrCodes, type Picture } from '../../../lib/qr';
import { readWithZxing, type ZxingAttempt } from '../../../lib/qr/readWithZxing';
import { random } from '../../bench/qr/random';
import { blank, drawQr, paste } from './drawQr';

const uri = 'otpauth://totp/Example:alice@example.com?secret=JBSWY3DPEHPK3PXP&issuer=Example';

/** Draws a code and changes the brightness of each pixel. */
function changed(change: (value: number) => number): Picture {
  const picture = drawQr(uri, { scale: 6 });
  for (let at = 0; at < picture.data.length; at += 4)
    picture.data.fill(change(picture.data[at] ?? 0), at, at + 3);
  return picture;
}

/** Draws a code with 30% of the dark pixels white, as in a bad print. */
function speckled(): Picture {
  const by = random(3);
  return changed((value) => (by.next() < 0.3 ? 255 : value));
}

/** Draws a code whose dark modules have a texture of random brightness up to mid gray, like cloth. */
function textured(): Picture {
  const by = random(3);
  return changed((value) => (value < 128 ? by.whole(0, 175) : value));
}

const textsBy = async (picture: Picture, attempt: ZxingAttempt) =>
  (await readWithZxing(picture, { maxCodes: 9, attempt })).map(({ text }) => text);

describe('the second pass over the whole picture', () => {
  test('reads a code that only denoising makes readable', async () => {
    expect((await readQrCodes(speckled(), { effort: 'medium' })).codes).toEqual([]);
    expect((await readQrCodes(speckled())).codes.map(({ text }) => text)).toEqual([uri]);
  });

  test.each([
    ['denoise', 'a speckled code', speckled],
    ['global', 'a textured code', textured],
  ] as const)(
    'with the attempt "%s", reads %s that the first pass misses',
    async (attempt, _, draw) => {
      expect(await textsBy(draw(), 'scaled')).toEqual([]);
      expect(await textsBy(draw(), attempt)).toEqual([uri]);
    },
  );
});

/** Draws a black code, and beside it a code whose contrast is too low for zxing. */
function blackBesidePale(): Picture {
  const page = paste(blank(1000, 500), drawQr(uri), 40, 40);
  return paste(page, drawQr(`${uri}2`, { dark: 231, scale: 8 }), 500, 40);
}

describe('the search for further codes', () => {
  test('finds a code beside a readable one, even if every reading of the whole picture misses it', async () => {
    for (const attempt of ['dark', 'first', 'scaled'] as const)
      expect(await textsBy(blackBesidePale(), attempt)).toEqual([uri]);
    const { codes } = await readQrCodes(blackBesidePale());
    expect(codes.map(({ text }) => text)).toEqual([uri, `${uri}2`]);
  });
});
