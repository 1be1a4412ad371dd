import { encode } from 'uqr';
import { blend, type Color, type Sheet } from './Sheet';

export type Shape = 'square' | 'dots' | 'rounded';

export interface Style {
  readonly dark: Color;
  readonly light: Color;
  readonly shape?: Shape;
  /** Width of the light border in modules. */
  readonly quiet?: number;
  readonly level?: 'L' | 'M' | 'Q' | 'H';
  /** Fraction of the code's side that a logo covers in the center. */
  readonly logo?: number;
  readonly minVersion?: number;
}

/** Maps a position on the sheet to a position on the code, whose sides run from 0 to 1. */
export type ToCode = (x: number, y: number) => readonly [number, number];

const isFinderPattern = (x: number, y: number, size: number) =>
  (x < 7 && y < 7) || (x >= size - 7 && y < 7) || (x < 7 && y >= size - 7);

/** Returns the side of the text's code in modules, including the border. */
export const sideOf = (text: string, { level = 'M', quiet = 4, minVersion = 1 }: Style) =>
  encode(text, { ecc: level, boostEcc: false, border: 0, minVersion }).size + 2 * quiet;

/**
 * Draws a text's code in a rectangle of the sheet. Each pixel is the mean of `samples` x `samples`
 * points.
 */
export function stampCode(
  on: Sheet,
  text: string,
  style: Style,
  [left, top, right, bottom]: readonly [number, number, number, number],
  toCode: ToCode,
  samples = 4,
): void {
  const { shape = 'square', quiet = 4, level = 'M', logo = 0, minVersion = 1 } = style;
  const { data: rows, size } = encode(text, { ecc: level, boostEcc: false, border: 0, minVersion });
  const side = size + 2 * quiet;
  const isDark = (x: number, y: number) => rows[y]?.[x] ?? false;

  const darkAt = (u: number, v: number): boolean => {
    const x = Math.floor(u);
    const y = Math.floor(v);
    if (!isDark(x, y)) return false;
    if (shape === 'square' || isFinderPattern(x, y, size)) return true;
    const dx = u - x - 0.5;
    const dy = v - y - 0.5;
    if (shape === 'dots') return dx * dx + dy * dy < 0.42 ** 2;
    const alone = !isDark(x + Math.sign(dx), y) && !isDark(x, y + Math.sign(dy));
    return !alone || dx * dx + dy * dy < 0.25;
  };

  for (let y = Math.floor(top); y < bottom; y++)
    for (let x = Math.floor(left); x < right; x++) {
      let dark = 0;
      let inside = 0;
      for (let i = 0; i < samples * samples; i++) {
        const [u, v] = toCode(
          x + ((i % samples) + 0.5) / samples,
          y + (Math.floor(i / samples) + 0.5) / samples,
        );
        if (u < 0 || v < 0 || u >= 1 || v >= 1) continue;
        inside++;
        const hidden = Math.max(Math.abs(u - 0.5), Math.abs(v - 0.5)) < logo / 2;
        if (
          hidden
            ? Math.abs(u - 0.5) + Math.abs(v - 0.5) < logo / 3
            : darkAt(u * side - quiet, v * side - quiet)
        )
          dark++;
      }
      if (inside === 0) continue;
      blend(on, x, y, style.light, inside / samples ** 2);
      if (dark > 0) blend(on, x, y, style.dark, dark / samples ** 2);
    }
}

/** Draws a code upright, `size` pixels wide. */
export const upright =
  (left: number, top: number, size: number): ToCode =>
  (x, y) => [(x - left) / size, (y - top) / size];
