import type { FinderPattern } from './findFinderPatterns';
import type { Triple } from './findTriples';

/** A binarized picture. */
export interface Binary {
  readonly width: number;
  readonly height: number;
  /** Returns 1 for dark and 0 for light. The coordinates are whole numbers. */
  readonly isDark: (x: number, y: number) => number;
}

/** Distances at which the timing pattern may be from the centers of two finder patterns, in modules. */
const rows = [2.6, 3, 3.4];

/**
 * Tolerance for the number of transitions, as a fraction of the number in a perfect pattern. Two more transitions
 * are always tolerated.
 */
const tolerance = 0.3;

/**
 * Whether both timing patterns of a triple have about the right number of transitions between dark and light. The
 * check is quick and only looks at the nearest pixels, because almost all triples are wrong. One pixel of
 * `pixels` stands for `scale` × `scale` pixels of the triple's picture.
 */
export function hasTiming(pixels: Binary, triple: Triple, scale = 1): boolean {
  const { topLeft, topRight, bottomLeft } = triple;
  return (
    isTiming(pixels, scale, [topLeft, topRight], bottomLeft) &&
    isTiming(pixels, scale, [topLeft, bottomLeft], topRight)
  );
}

/** Whether a timing pattern connects two finder patterns, on the side of the third finder pattern. */
function isTiming(
  pixels: Binary,
  scale: number,
  [from, to]: readonly [FinderPattern, FinderPattern],
  side: FinderPattern,
): boolean {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const across = Math.hypot(side.x - from.x, side.y - from.y);
  // A rotated finder pattern measures larger along pixel rows than it is.
  const slant = Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y)) / length;
  const module = ((from.module + to.module) / 2) * slant;
  // The line begins and ends in the middle of a finder pattern. These two halves, six modules together, add no
  // transitions.
  const wanted = length / module - 6;
  return rows.some((row) => {
    const shift = (row * module) / across;
    const dx = (side.x - from.x) * shift;
    const dy = (side.y - from.y) * shift;
    const line = {
      x: (from.x + dx) / scale,
      y: (from.y + dy) / scale,
      toX: (to.x + dx) / scale,
      toY: (to.y + dy) / scale,
    };
    const count = countTransitions(pixels, line, Math.ceil((length / module) * 3));
    return Math.abs(count - wanted) <= wanted * tolerance + 2;
  });
}

interface Line {
  readonly x: number;
  readonly y: number;
  readonly toX: number;
  readonly toY: number;
}

function countTransitions({ width, height, isDark }: Binary, line: Line, steps: number): number {
  let count = 0;
  let last = -1;
  for (let i = 0; i <= steps; i++) {
    const x = Math.floor(line.x + ((line.toX - line.x) * i) / steps);
    const y = Math.floor(line.y + ((line.toY - line.y) * i) / steps);
    if (x < 0 || y < 0 || x >= width || y >= height) continue;
    const color = isDark(x, y);
    if (last >= 0 && color !== last) count++;
    last = color;
  }
  return count;
}
