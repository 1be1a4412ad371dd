import type { FinderPattern } from './findFinderPatterns';
import type { Triple } from './findTriples';
import type { Binary } from './hasTiming';
import { nearestSide } from './likelyDimensions';

/** Distances at which the timing pattern may be from the centers of two finder patterns, in modules. */
const rows = [2.6, 3, 3.4];

/** Differences to try between the estimated side of the code and the real one, in modules. */
const differences = [0, 4, -4, 8];

/** Maximum share of a timing pattern's modules that may have the wrong color. */
const maxWrong = 0.25;

/**
 * Whether the modules of both timing patterns alternate between dark and light. Only for upright codes, whose modules
 * are as large as they measure along pixel rows. One pixel of `pixels` stands for `scale` × `scale` pixels of the
 * triple's picture.
 */
export function hasAlternation(pixels: Binary, triple: Triple, scale: number): boolean {
  const { topLeft, topRight, bottomLeft } = triple;
  const module = (topLeft.module + topRight.module + bottomLeft.module) / 3;
  const length =
    (Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y) +
      Math.hypot(bottomLeft.x - topLeft.x, bottomLeft.y - topLeft.y)) /
    2;
  const estimate = nearestSide(length / module + 7);
  const top = { from: topLeft, to: topRight, side: bottomLeft };
  const left = { from: topLeft, to: bottomLeft, side: topRight };
  return differences.some((difference) =>
    [top, left].every((leg) => alternates(pixels, scale, leg, estimate + difference)),
  );
}

/** Two finder patterns, and the third, on whose side the timing pattern between the two is. */
interface Leg {
  readonly from: FinderPattern;
  readonly to: FinderPattern;
  readonly side: FinderPattern;
}

/** Whether the modules of a timing pattern alternate in a code of `size` modules per side. */
function alternates(
  { width, height, isDark }: Binary,
  scale: number,
  { from, to, side }: Leg,
  size: number,
): boolean {
  const most = (size - 16) * maxWrong;
  // The centers of two finder patterns are seven modules closer than the code's edges.
  const modules = size - 7;
  return rows.some((row) => {
    let wrong = 0;
    for (let i = 8; i < size - 8 && wrong <= most; i++) {
      const along = (i - 3) / modules;
      const beside = row / modules;
      const x = from.x + (to.x - from.x) * along + (side.x - from.x) * beside;
      const y = from.y + (to.y - from.y) * along + (side.y - from.y) * beside;
      const [column, line] = [Math.floor(x / scale), Math.floor(y / scale)];
      if (column < 0 || line < 0 || column >= width || line >= height) return false;
      // Even modules are dark, or light in an inverted code (ISO/IEC 18004, 6.3.5).
      const isEven = i % 2 === 0;
      if ((isDark(column, line) === 1) !== (isEven !== from.inverted)) wrong++;
    }
    return wrong <= most;
  });
}
