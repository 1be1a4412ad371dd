import { describe, expect, test } from 'vitest';
import { readQrCodes } from '../../../lib/qr';
import { random } from '../../bench/qr/random';
import { black, page, put, screens, white } from '../../bench/qr/screens';
import type { Color } from '../../bench/qr/Sheet';
import { sideOf } from '../../bench/qr/stampCode';

const uri = 'otpauth://totp/Example:alice?secret=JBSWY3DPEHPK3PXP&issuer=Example';
const plain = `${uri}&digits=6`;
const ink: Color = [220, 220, 220];

/** Draws a page with text, a code on a white card, and a code without a quiet zone. */
function both(paper: Color, module: number, screen: (typeof screens)[number], inverted = false) {
  const on = inverted
    ? page(random(module), white, black, screen)
    : page(random(module), paper, ink, screen);
  const card = { dark: black, light: white };
  const bare = inverted
    ? { dark: white, light: paper, quiet: 0 }
    : { dark: black, light: white, quiet: 0 };
  put(on, plain, card, { left: 80, top: 90, size: sideOf(plain, card) * 4 });
  put(on, uri, bare, { left: 700, top: 300, size: sideOf(uri, bare) * module }, 0);
  return on;
}

const texts = async (picture: ReturnType<typeof both>) =>
  (await readQrCodes(picture)).codes.map(({ text }) => text).toSorted();

describe('codes without a quiet zone beside other codes', () => {
  test.each([3, 4, 5, 8])('reads both at %i pixels per module on a dark page', async (module) => {
    const picture = both([32, 33, 36], module, screens[0]);
    expect(await texts(picture)).toEqual([uri, plain].toSorted());
  });

  test('reads both on a colored page', async () => {
    const picture = both([25, 60, 140], 5, screens[1]);
    expect(await texts(picture)).toEqual([uri, plain].toSorted());
  });

  test('reads both if the code without a quiet zone is light', async () => {
    const picture = both([66, 66, 66], 5, screens[0], true);
    expect(await texts(picture)).toEqual([uri, plain].toSorted());
  });
});
