import { brightness, type Gray } from './Gray';

/** Thresholds between dark and light, one per block of pixels. */
export interface Levels {
  readonly columns: number;
  readonly rows: number;
  /** The side of a block in pixels. */
  readonly block: number;
  readonly data: Uint8Array;
}

/** A picture with its thresholds. */
export interface LeveledGray {
  readonly gray: Gray;
  readonly levels: Levels;
}

/**
 * Minimum contrast. If a block and its neighbors have less contrast, all pixels of the block get the same color.
 */
const minContrast = 24;

/**
 * Computes a threshold per block, halfway between the darkest and the lightest pixel of the block and its
 * neighbors. In uniform areas the threshold is lower, so that blank paper is light and has no edges.
 */
export function levelsOf(gray: Gray, block: number, around: number): Levels {
  const extremes = extremesOf(gray, block);
  const { columns, rows } = extremes;
  return { columns, rows, block, data: thresholdsOf(extremes, around) };
}

/** The darkest and the lightest pixel of each block. */
export interface Extremes {
  readonly columns: number;
  readonly rows: number;
  readonly low: Uint8Array;
  readonly high: Uint8Array;
}

/** Returns the extremes of each block. With `step`, `data` holds only every `step`-th row of the picture. */
export function extremesOf({ width, height, data }: Gray, block: number, step = 1): Extremes {
  const columns = Math.ceil(width / block);
  const rows = Math.ceil(height / block);
  const low = new Uint8Array(columns * rows).fill(255);
  const high = new Uint8Array(columns * rows);
  for (let y = 0, row = 0; y < height; y += step, row += width) {
    let i = Math.floor(y / block) * columns;
    for (let left = row; left < row + width; left += block, i++) {
      let min = low[i]!;
      let max = high[i]!;
      const end = Math.min(left + block, row + width);
      for (let at = left; at < end; at++) {
        const value = data[at]!;
        if (value < min) min = value;
        if (value > max) max = value;
      }
      low[i] = min;
      high[i] = max;
    }
  }
  return { columns, rows, low, high };
}

/** Returns the threshold of each block from its own extremes and those of its neighbors. */
export function thresholdsOf({ columns, rows, low, high }: Extremes, around: number): Uint8Array {
  const out = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let min = 255;
      let max = 0;
      for (let r = Math.max(row - around, 0); r <= Math.min(row + around, rows - 1); r++)
        for (
          let c = Math.max(column - around, 0);
          c <= Math.min(column + around, columns - 1);
          c++
        ) {
          min = Math.min(min, low[r * columns + c]!);
          max = Math.max(max, high[r * columns + c]!);
        }
      out[row * columns + column] = max - min < minContrast ? min >> 1 : (min + max) >> 1;
    }
  return out;
}

/** Returns the threshold at a pixel, interpolated between blocks. */
export function levelAt({ columns, rows, block, data }: Levels, x: number, y: number): number {
  const left = Math.min(Math.max(x / block - 0.5, 0), columns - 1);
  const top = Math.min(Math.max(y / block - 0.5, 0), rows - 1);
  const column = Math.floor(left);
  const row = Math.floor(top);
  const at = row * columns + column;
  const dx = left - column;
  const dy = top - row;
  const right = dx > 0 ? 1 : 0;
  const down = dy > 0 ? columns : 0;
  const above = data[at]! * (1 - dx) + data[at + right]! * dx;
  const below = data[at + down]! * (1 - dx) + data[at + down + right]! * dx;
  return above * (1 - dy) + below * dy;
}

/** Whether the picture is dark at a position in pixels. */
export const isDarkAt = ({ gray, levels }: LeveledGray, x: number, y: number): boolean =>
  brightness(gray, x, y) <= levelAt(levels, x, y);

/** Returns the pixels as 1 for dark and 0 for light. */
export function darkPixels({ width, height, data }: Gray, levels: Levels): Uint8Array {
  const dark = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    let i = Math.floor(y / levels.block) * levels.columns;
    for (let left = 0; left < width; left += levels.block, i++) {
      const level = levels.data[i]!;
      const end = y * width + Math.min(left + levels.block, width);
      for (let at = y * width + left; at < end; at++) dark[at] = data[at]! <= level ? 1 : 0;
    }
  }
  return dark;
}
