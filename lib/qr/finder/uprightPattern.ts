import type { Rows } from './Rows';

/** The center of a possible finder pattern. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly module: number;
  readonly inverted: boolean;
}

/** A module by its distance from the center in modules. */
interface Offset {
  readonly across: number;
  readonly down: number;
  readonly isDark: boolean;
}

/** Modules on the left and right that have these colors, seen from any of the three rows through the center. */
const sides: readonly Offset[] = [
  { across: 3, down: 1.5, isDark: true },
  { across: -3, down: -1.5, isDark: true },
  { across: 2, down: -1, isDark: false },
  { across: -2, down: 1, isDark: false },
  { across: -3, down: 1.5, isDark: true },
  { across: 3, down: -1.5, isDark: true },
  { across: 2, down: 1, isDark: false },
  { across: -2, down: -1, isDark: false },
];

/** Modules on the diagonals of an upright finder pattern. */
const diagonals: readonly Offset[] = [-1, 1].flatMap((x) =>
  [-1, 1].flatMap((y): readonly Offset[] => [
    { across: 3 * x, down: 3 * y, isDark: true },
    { across: 2 * x, down: 2 * y, isDark: false },
    { across: x, down: y, isDark: true },
  ]),
);

/** Whether the sides of an upright finder pattern match. The row may be any row through the center. */
export const hasSides = (rows: Rows, place: Place): boolean => matches(rows, place, sides, 1);

/** Whether the diagonals of an upright finder pattern match. */
export const hasDiagonals = (rows: Rows, place: Place): boolean =>
  matches(rows, place, diagonals, 3);

/** Whether all modules but `most` have the right color. */
function matches(
  rows: Rows,
  { x, y, module, inverted }: Place,
  offsets: readonly Offset[],
  most: number,
): boolean {
  let wrong = 0;
  for (const { across, down, isDark } of offsets) {
    const column = Math.floor(x + across * module);
    const row = Math.floor(y + down * module);
    if (column < 0 || row < 0 || column >= rows.width || row >= rows.height) return false;
    if ((rows.isDark(column, row) === 1) === (isDark === inverted) && ++wrong > most) return false;
  }
  return true;
}
