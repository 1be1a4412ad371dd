import type { Gray } from './finder/Gray';
import type { Picture } from './Picture';

/** The minimum difference between red and green, of 255. */
const minDifference = 48;

/** The area of the smallest readable code, in pixels. */
const minArea = 40 * 40;

/**
 * Converts the difference of red and green to brightness, for codes whose two colors are equally bright.
 * Returns null if the picture has too little red or too little green.
 */
export function opponentColors({ width, height, data }: Picture): Gray | null {
  const out = new Uint8Array(width * height);
  let red = 0;
  let green = 0;
  for (let i = 0, at = 0; i < out.length; i++, at += 4) {
    const difference = data[at]! - data[at + 1]!;
    if (difference > minDifference) red++;
    else if (difference < -minDifference) green++;
    out[i] = 128 + difference / 2;
  }
  return red < minArea / 4 || green < minArea / 4 ? null : { width, height, data: out };
}
