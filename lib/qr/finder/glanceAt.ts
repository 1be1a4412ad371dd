import type { Picture } from '../Picture';
import { findBothKinds, type BothKinds, type FinderPattern } from './findFinderPatterns';
import type { Gray } from './Gray';
import type { Binary } from './hasTiming';
import { sparseRows } from './sparseRows';

/** What a few of a picture's rows show. The finder patterns are of both polarities. */
export interface Glance extends BothKinds {
  /** Only every `scale`-th pixel was visited. */
  readonly scale: number;
  /** The visited pixels, binarized. */
  readonly pixels: Binary;
}

/**
 * Maximum shorter side, in pixels, of a picture whose every pixel is visited. In larger pictures, such as
 * screenshots, every second pixel is visited.
 */
const largeSide = 600;

/** The center of a finder pattern is three modules high, so every third row crosses it. */
const step = 3;

/** Returns the finder patterns that a few of the picture's rows cross. */
export function glanceAt(image: Picture | Gray): Glance {
  const scale = Math.min(image.width, image.height) > largeSide ? 2 : 1;
  const pixels = sparseRows(image, { scale, step, block: 16 });
  const { closed, open } = findBothKinds(pixels, 0.5);
  return { closed: closed.map(times(scale)), open: open.map(times(scale)), scale, pixels };
}

/** Returns a function that scales a finder pattern. */
const times =
  (scale: number) =>
  (pattern: FinderPattern): FinderPattern => ({
    ...pattern,
    x: pattern.x * scale,
    y: pattern.y * scale,
    module: pattern.module * scale,
  });
