import type { Point } from '../QrCode';
import { brightness, type Gray } from './Gray';
import { levelAt, type Levels } from './Levels';
import type { Triple } from './triples';

/** The nearest number of modules that a code's side can have: 17 and four for each version, 1 to 40. */
const nearest = (modules: number): number =>
  17 + 4 * Math.min(Math.max(Math.round((modules - 17) / 4), 1), 40);

/** How often dark and light change from one point to the other. */
function changes(gray: Gray, levels: Levels, from: Point, to: Point, module: number): number {
  const steps = Math.ceil((Math.hypot(to.x - from.x, to.y - from.y) / module) * 4);
  let count = 0;
  let last: boolean | null = null;
  for (let i = 0; i <= steps; i++) {
    const x = from.x + ((to.x - from.x) * i) / steps;
    const y = from.y + ((to.y - from.y) * i) / steps;
    const dark = brightness(gray, x, y) <= levelAt(levels, x, y);
    if (last !== null && dark !== last) count++;
    last = dark;
  }
  return count;
}

/**
 * How many modules the code's side has, the likeliest first. Between the eyes' middles the timing line
 * changes 13 times fewer than the side has modules (ISO/IEC 18004, 6.3.5); the eyes' own size is a guess.
 */
export function dimensionsOf(gray: Gray, levels: Levels, triple: Triple): readonly number[] {
  const { topLeft, topRight, bottomLeft } = triple;
  const votes = new Map<number, number>();
  const vote = (modules: number, weight: number) => {
    if (modules > 17) votes.set(nearest(modules), (votes.get(nearest(modules)) ?? 0) + weight);
  };
  const legs = [
    [topRight, bottomLeft],
    [bottomLeft, topRight],
  ] as const;
  for (const [end, side] of legs) {
    const module = (topLeft.module + end.module) / 2;
    const length = Math.hypot(end.x - topLeft.x, end.y - topLeft.y);
    const across = Math.hypot(side.x - topLeft.x, side.y - topLeft.y);
    // Slanted eyes look larger along the pixels' rows than they are.
    const slant = Math.max(Math.abs(end.x - topLeft.x), Math.abs(end.y - topLeft.y)) / length;
    vote(length / (module * slant) + 7, 1);
    for (const rows of [2.7, 3, 3.3]) {
      const at = (eye: Point & { readonly module: number }): Point => {
        const shift = (rows * eye.module * slant) / across;
        return {
          x: eye.x + (side.x - topLeft.x) * shift,
          y: eye.y + (side.y - topLeft.y) * shift,
        };
      };
      vote(changes(gray, levels, at(topLeft), at(end), module) + 13, 1);
    }
  }
  return [...votes]
    .toSorted(([, a], [, b]) => b - a)
    .map(([modules]) => modules)
    .slice(0, 3);
}
