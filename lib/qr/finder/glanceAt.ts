import type { Picture } from '../Picture';
import { findFinderPatterns, type FinderPattern } from './findFinderPatterns';
import type { Gray } from './Gray';
import { sparseRows } from './sparseRows';

/**
 * Maximum shorter side, in pixels, of a picture whose every pixel is visited. In larger pictures, such as
 * screenshots, every second pixel is visited.
 */
const largeSide = 600;

/** The center of a finder pattern is three modules high, so every third row crosses it. */
const step = 3;

/** Returns the finder patterns of both polarities that a few of the picture's rows cross. */
export function glanceAt(image: Picture | Gray): readonly FinderPattern[] {
  const scale = Math.min(image.width, image.height) > largeSide ? 2 : 1;
  const rows = sparseRows(image, { scale, step, block: 16 });
  return findFinderPatterns(rows, { slack: 0.5 }).map(({ x, y, module, inverted, seen }) => ({
    x: x * scale,
    y: y * scale,
    module: module * scale,
    inverted,
    seen,
  }));
}
