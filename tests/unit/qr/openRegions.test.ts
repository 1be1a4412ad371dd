import { expect, test } from 'vitest';
import { findOpenRegions } from '../../../lib/qr/finder/findOpenRegions';
import { findUprightTriples } from '../../../lib/qr/finder/findTriples';
import { glanceAt } from '../../../lib/qr/finder/glanceAt';
import { random } from '../../bench/qr/random';
import { black, page, put, screens, white } from '../../bench/qr/screens';
import { sideOf } from '../../bench/qr/stampCode';

const uri = 'otpauth://totp/Example:alice?secret=JBSWY3DPEHPK3PXP&issuer=Example';
const style = { dark: black, light: white, quiet: 0 };

test.each([3.2, 4.1, 4.7, 5.2, 5.8])(
  'finds codes without a quiet zone amid text at %d pixels per module',
  (module) => {
    const size = Math.round(sideOf(uri, style) * module);
    const missed = [1, 2, 3, 4, 5, 6].filter((seed) => {
      const picture = page(random(seed), [55, 71, 79], [225, 228, 235], screens[1]);
      const [left, top] = [500 + seed * 97, 300 + seed * 41];
      put(picture, uri, style, { left, top, size }, 0);
      const regions = findOpenRegions(picture, glanceAt(picture), () => false);
      return !regions.some(
        ({ middle }) =>
          Math.hypot(middle.x - left - size / 2, middle.y - top - size / 2) < 2 * module,
      );
    });
    expect(missed).toEqual([]);
  },
);

const pattern = (x: number, y: number, seen: number) => ({
  x,
  y,
  module: 3,
  inverted: false,
  seen,
});

test('finds the clearest upright triple among thousands of patterns, and bounds its work', () => {
  const noise = Array.from({ length: 10_000 }, (_, i) =>
    pattern((i % 100) * 90, Math.floor(i / 100) * 90, 1),
  );
  const code = [pattern(45, 30, 3), pattern(145, 30, 3), pattern(45, 130, 3)];
  const triples = findUprightTriples([...noise, ...code]);
  const found = triples.find(({ topLeft }) => topLeft === code[0]);
  expect(found).toMatchObject({ topRight: code[1], bottomLeft: code[2] });
  expect(triples.length).toBeLessThan(400 * 400);
});
