import type { Point } from '../QrCode';
import { isDarkAt, type LeveledGray } from './Levels';
import type { Triple } from './findTriples';

/** Rounds to a valid side in modules, which is 17 + 4 × version for versions 1 to 40. */
export const nearestSide = (modules: number): number =>
  17 + 4 * Math.min(Math.max(Math.round((modules - 17) / 4), 1), 40);

/** Counts the transitions between dark and light on a line. */
function countTransitions(
  picture: LeveledGray,
  { from, to }: { readonly from: Point; readonly to: Point },
  module: number,
): number {
  const steps = Math.ceil((Math.hypot(to.x - from.x, to.y - from.y) / module) * 4);
  let count = 0;
  let last: boolean | null = null;
  for (let i = 0; i <= steps; i++) {
    const x = from.x + ((to.x - from.x) * i) / steps;
    const y = from.y + ((to.y - from.y) * i) / steps;
    const dark = isDarkAt(picture, x, y);
    if (last !== null && dark !== last) count++;
    last = dark;
  }
  return count;
}

/**
 * Returns up to three sides in modules, the likeliest first. Between the centers of two finder patterns, the
 * timing pattern has 13 fewer transitions than the side has modules (ISO/IEC 18004, 6.3.5).
 */
export function likelyDimensions(picture: LeveledGray, triple: Triple): readonly number[] {
  const { topLeft, topRight, bottomLeft } = triple;
  const votes = new Map<number, number>();
  const vote = (modules: number, weight: number) => {
    if (modules > 17)
      votes.set(nearestSide(modules), (votes.get(nearestSide(modules)) ?? 0) + weight);
  };
  const legs = [
    [topRight, bottomLeft],
    [bottomLeft, topRight],
  ] as const;
  for (const [end, side] of legs) {
    const module = (topLeft.module + end.module) / 2;
    const length = Math.hypot(end.x - topLeft.x, end.y - topLeft.y);
    const across = Math.hypot(side.x - topLeft.x, side.y - topLeft.y);
    // A rotated finder pattern measures larger along pixel rows than it is.
    const slant = Math.max(Math.abs(end.x - topLeft.x), Math.abs(end.y - topLeft.y)) / length;
    vote(length / (module * slant) + 7, 1);
    for (const rows of [2.7, 3, 3.3]) {
      const at = (pattern: Point & { readonly module: number }): Point => {
        const shift = (rows * pattern.module * slant) / across;
        return {
          x: pattern.x + (side.x - topLeft.x) * shift,
          y: pattern.y + (side.y - topLeft.y) * shift,
        };
      };
      vote(countTransitions(picture, { from: at(topLeft), to: at(end) }, module) + 13, 1);
    }
  }
  return [...votes]
    .toSorted(([, a], [, b]) => b - a)
    .map(([modules]) => modules)
    .slice(0, 3);
}
