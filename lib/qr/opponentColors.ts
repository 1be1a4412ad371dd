import type { Gray } from './finder/Gray';
import type { Picture } from './Picture';

/** The minimum difference between red and green, of 255. */
const minDifference = 48;

/** The area of the smallest readable code, in pixels. */
const minArea = 40 * 40;

/** In pixels. Not a divisor of common widths, so that the sampled columns differ from row to row. */
const stride = 17;

/**
 * Converts the difference of red and green to brightness, for codes whose two colors are equally bright.
 * Returns null if the picture has too little red or too little green.
 */
export function opponentColors({ width, height, data }: Picture): Gray | null {
  let red = 0;
  let green = 0;
  for (let at = 0; at < data.length; at += 4 * stride) {
    const difference = data[at]! - data[at + 1]!;
    if (difference > minDifference) red++;
    else if (difference < -minDifference) green++;
  }
  if (Math.min(red, green) * stride < minArea / 4) return null;
  const out = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < out.length; i++, at += 4)
    out[i] = 128 + (data[at]! - data[at + 1]!) / 2;
  return { width, height, data: out };
}
