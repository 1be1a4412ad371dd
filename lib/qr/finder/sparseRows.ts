import type { Picture } from '../Picture';
import type { Line, Rows } from './Rows';
import { isGray, luma, sampled, type Gray } from './Gray';
import { extremesOf, thresholdsOf } from './Levels';

interface Sparseness {
  /** Only every `scale`-th pixel of the picture is visited, in both directions. */
  readonly scale: number;
  /** Only every `step`-th row of the visited pixels is binarized. */
  readonly step: number;
  /** Side of the squares that each have their own threshold, in visited pixels. */
  readonly block: number;
}

/**
 * Binarizes a few rows of a smaller picture, with thresholds from these rows alone. Binarizes further pixels only
 * on request, so that most of the picture is never visited.
 */
export function sparseRows(image: Picture | Gray, { scale, step, block }: Sparseness): Rows {
  const width = Math.floor(image.width / scale);
  const height = Math.floor(image.height / scale);
  const rows = Math.ceil(height / step);
  const dark = sampled(image, { columns: width, rows, across: scale, down: step * scale }).data;
  const extremes = extremesOf({ width, height, data: dark }, block, step);
  const { columns } = extremes;
  const levels = thresholdsOf(extremes, 1);
  for (let y = 0, row = 0; y < height; y += step, row += width) {
    let i = Math.floor(y / block) * columns;
    for (let left = row; left < row + width; left += block, i++) {
      const level = levels[i]!;
      const end = Math.min(left + block, row + width);
      for (let at = left; at < end; at++) dark[at] = dark[at]! <= level ? 1 : 0;
    }
  }
  const isDark = isDarkOf(image, { levels, columns, block, scale });
  return {
    width,
    height,
    step,
    dark,
    stride: width,
    column: (x, y, reach) => lineAround(y, reach, height, (at) => isDark(x, at)),
    row: (x, y, reach) => lineAround(x, reach, width, (at) => isDark(at, y)),
    isDark,
  };
}

function lineAround(
  middle: number,
  reach: number,
  length: number,
  isDark: (at: number) => number,
): Line {
  const from = Math.max(middle - reach, 0);
  const to = Math.min(middle + reach, length - 1);
  const dark = new Uint8Array(to - from + 1);
  for (let i = 0; i < dark.length; i++) dark[i] = isDark(from + i);
  return { dark, at: middle - from, step: 1, before: middle - from, after: to - middle };
}

interface Binarization {
  readonly levels: Uint8Array;
  /** Number of blocks per row. */
  readonly columns: number;
  readonly block: number;
  readonly scale: number;
}

/** Returns a function that binarizes one pixel. One function per array type, because it is called very often. */
function isDarkOf(
  image: Picture | Gray,
  { levels, columns, block, scale }: Binarization,
): (x: number, y: number) => number {
  const { width, height, data } = image;
  if (isGray(image)) {
    const values = image.data;
    return (x, y) =>
      values[(y * width + x) * scale]! <= levels[((y / block) | 0) * columns + ((x / block) | 0)]!
        ? 1
        : 0;
  }
  const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height);
  return (x, y) =>
    luma(pixels[(y * width + x) * scale]!) <=
    levels[((y / block) | 0) * columns + ((x / block) | 0)]!
      ? 1
      : 0;
}
