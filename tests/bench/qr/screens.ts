import { clutter } from './clutter';
import type { Random } from './random';
import { fill, sheet, type Color, type Sheet } from './Sheet';
import { sideOf, stampCode, upright, type Style } from './stampCode';

export const white: Color = [255, 255, 255];
export const black: Color = [0, 0, 0];
export const screens = [
  [1366, 768],
  [1920, 1080],
  [3840, 2160],
] as const;

interface Place {
  readonly left: number;
  readonly top: number;
  readonly size: number;
}

/** Draws a screen with typical page content. */
export function page(by: Random, paper: Color, ink: Color, screen = by.pick(screens)): Sheet {
  const on = sheet(screen[0], screen[1], paper);
  clutter(on, by, ink, paper);
  return on;
}

/** Draws a code on the page, on a white card as sites do. */
export function put(on: Sheet, text: string, style: Style, { left, top, size }: Place, frame = 8) {
  const corner = [Math.floor(left) - frame, Math.floor(top) - frame] as const;
  const side = Math.ceil(size) + 2 * frame;
  fill(on, corner[0], corner[1], side, side, style.light);
  stampCode(on, text, style, [left, top, left + size, top + size], upright(left, top, size));
}

/** Returns a random position for an element of this size, away from the page's edges. */
export const somewhere = (on: Sheet, by: Random, size: number): Place => ({
  left: by.whole(30, Math.floor(on.width - size - 30)),
  top: by.whole(30, Math.floor(on.height - size - 30)),
  size,
});

/** Returns a size for the code at which each module has a whole number of pixels, as at 100% zoom. */
export function whole(text: string, style: Style, by: Random, low = 100, high = 400): number {
  const side = sideOf(text, style);
  return Math.max(2, Math.round(by.between(low, high) / side)) * side;
}
