import type { Picture } from '../Picture';
import type { Line, Rows } from './Rows';
import { isGray, luma, type Gray } from './Gray';
import { thresholdsOf } from './Levels';

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
  const columns = Math.ceil(width / block);
  const bands = Math.ceil(height / block);
  const low = new Uint8Array(columns * bands).fill(255);
  const high = new Uint8Array(columns * bands);
  const dark = sampledRows(image, { width, height, scale, step });
  for (let y = 0, row = 0; y < height; y += step, row += width) {
    let i = Math.floor(y / block) * columns;
    for (let left = row; left < row + width; left += block, i++) {
      let min = low[i]!;
      let max = high[i]!;
      const end = Math.min(left + block, row + width);
      for (let at = left; at < end; at++) {
        const value = dark[at]!;
        if (value < min) min = value;
        if (value > max) max = value;
      }
      low[i] = min;
      high[i] = max;
    }
  }
  const levels = thresholdsOf({ columns, rows: bands, low, high }, 1);
  for (let y = 0, row = 0; y < height; y += step, row += width) {
    let i = Math.floor(y / block) * columns;
    for (let left = row; left < row + width; left += block, i++) {
      const level = levels[i]!;
      const end = Math.min(left + block, row + width);
      for (let at = left; at < end; at++) dark[at] = dark[at]! <= level ? 1 : 0;
    }
  }
  const lumaAt = lumaOf(image);
  const isDark = (x: number, y: number) => {
    const level = levels[Math.floor(y / block) * columns + Math.floor(x / block)]!;
    return lumaAt(y * scale * image.width + x * scale) <= level ? 1 : 0;
  };
  return {
    width,
    height,
    step,
    dark,
    stride: width,
    column: (x, y, reach) => lineAround(y, reach, height, (at) => isDark(x, at)),
    row: (x, y, reach) => lineAround(x, reach, width, (at) => isDark(at, y)),
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

interface Sampling {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly step: number;
}

function sampledRows(image: Picture | Gray, { width, height, scale, step }: Sampling): Uint8Array {
  const { data } = image;
  const out = new Uint8Array(Math.ceil(height / step) * width);
  const down = step * scale * image.width;
  // Two loops, so that each is compiled for one array type.
  if (isGray(image)) {
    for (let from = 0, to = 0; to < out.length; from += down)
      for (let i = 0, at = from; i < width; i++, at += scale) out[to++] = image.data[at]!;
  } else {
    const pixels = new Uint32Array(data.buffer, data.byteOffset, image.width * image.height);
    for (let from = 0, to = 0; to < out.length; from += down)
      for (let i = 0, at = from; i < width; i++, at += scale) out[to++] = luma(pixels[at]!);
  }
  return out;
}

/** Brightness of the pixel at an index. */
function lumaOf(image: Picture | Gray): (index: number) => number {
  const { width, height, data } = image;
  if (isGray(image)) return (index) => image.data[index]!;
  const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height);
  return (index) => luma(pixels[index]!);
}
