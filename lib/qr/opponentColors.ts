import type { Gray } from './finder/Gray';
import type { Picture } from './Picture';

/** Differences between red and green that show on a screen, of 255. */
const minDifference = 48;

/** The area of the smallest code that can be read, in pixels. */
const minArea = 40 * 40;

/**
 * Red against green as brightness, for codes whose two colors are equally bright. Returns null if too little
 * of the picture is red and too little green for that.
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
