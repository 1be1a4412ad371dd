import type { Gray } from './finder/Gray';
import type { Picture } from './Picture';

/** Minimum difference between red and green, from 0 to 255. */
const minDifference = 48;

/** Area of the smallest readable code, in pixels. */
const minArea = 40 * 40;

/**
 * Distance between sampled pixels. The distance doesn't divide common widths, so that the sampled columns differ
 * from row to row.
 */
const stride = 17;

/**
 * Converts the difference between red and green to brightness, for codes whose two colors are equally bright.
 * Returns null if the picture has too little red or green.
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
  // Reading each pixel as one little-endian number takes half the time of reading bytes.
  const pixels = new Int32Array(data.buffer, data.byteOffset, out.length);
  for (let i = 0; i < out.length; i++) {
    const pixel = pixels[i]!;
    out[i] = (256 + (pixel & 255) - ((pixel >> 8) & 255)) >> 1;
  }
  return { width, height, data: out };
}
