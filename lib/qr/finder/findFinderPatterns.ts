import { crossSection, moduleOf, type Tolerance } from './crossSection';
import type { Rows } from './Rows';
import { hasDiagonals, hasSides } from './uprightPattern';

/** One of the three finder patterns of a code. `x` and `y` are the center in pixels. */
export interface FinderPattern {
  readonly x: number;
  readonly y: number;
  /** Module size in pixels. */
  readonly module: number;
  /** Whether the pattern is light on dark. */
  readonly inverted: boolean;
  /** Number of scanned rows that crossed the pattern. */
  readonly seen: number;
}

/** Minimum module size of a finder pattern without a quiet zone in `findBothKinds`. Text has smaller ones. */
const leastModule = 1.3;

/** The tolerance for finder patterns without a quiet zone in `findBothKinds`, whose module may be two pixels wide. */
const openSlack = 0.6;

type Found = { -readonly [Key in keyof FinderPattern]: FinderPattern[Key] };

/** Looks at five runs of a row that end before `end`. Returns whether they cross a finder pattern. */
type LookAt = (runs: Uint32Array, end: number, y: number) => boolean;

/** Returns every position where both row and column match a finder pattern, in both polarities. */
export function findFinderPatterns(rows: Rows, tolerance: Tolerance): readonly FinderPattern[] {
  const found: Found[] = [];
  scan(rows, tolerance.slack, collectorOf(rows, tolerance, found));
  return found;
}

/** Finder patterns by whether their outer runs have the right length. */
export interface BothKinds {
  readonly closed: readonly FinderPattern[];
  /** Patterns that match only if outer runs of any length are accepted. */
  readonly open: readonly FinderPattern[];
}

/**
 * Returns the finder patterns with and without a quiet zone, in one pass over the rows. Patterns without a quiet
 * zone must be upright, because most of them would otherwise be text.
 */
export function findBothKinds(rows: Rows, slack: number): BothKinds {
  const closed: Found[] = [];
  const open: Found[] = [];
  const isClosed = collectorOf(rows, { slack }, closed);
  const isOpen = collectorOf(rows, { slack: openSlack, open: true, upright: true }, open);
  scan(rows, slack, (runs, end, y) => isClosed(runs, end, y) || isOpen(runs, end, y));
  return { closed, open };
}

/** Returns a function that verifies a crossing of a row by the column, and adds the finder pattern to `found`. */
function collectorOf(
  rows: Rows,
  tolerance: Tolerance & { readonly upright?: boolean },
  found: Found[],
): LookAt {
  const { height } = rows;
  const { upright = false } = tolerance;
  const verify = (x: number, y: number, module: number): boolean => {
    const length = module * 7;
    // A module is at most twice as high as it is wide, so half a pattern is at most seven widths high.
    const column = rows.column(x, y, Math.ceil(length) + 1);
    const down = crossSection(column, length, tolerance);
    if (!down || down.module > module * 2 || down.module < module / 2) return false;
    const inverted = column.dark[column.at] === 0;
    const middle = y + down.middle;
    // A loop, because a callback would take a multiple of its time in a picture with many patterns.
    for (const pattern of found)
      if (
        Math.abs(pattern.y - middle) < pattern.module * 1.6 &&
        Math.abs(pattern.x - x) < pattern.module * 1.6 &&
        pattern.inverted === inverted &&
        Math.abs(pattern.module - module) * 7 < pattern.module * 3
      ) {
        pattern.seen++;
        return true;
      }
    const row = Math.min(Math.floor(middle), height - 1);
    const line = rows.row(x, row, Math.ceil(down.module * 17));
    const along = crossSection(line, down.module * 14, tolerance);
    if (!along) return false;
    const pattern = {
      x: x + along.middle,
      y: middle,
      module: (along.module + down.module) / 2,
      inverted,
      seen: 1,
    };
    if (upright && !hasDiagonals(rows, pattern)) return false;
    found.push(pattern);
    return true;
  };
  return (runs, end, y) => {
    const module = moduleOf(runs, tolerance);
    if (module === 0) return false;
    const middle = end - runs[4]! - runs[3]! - runs[2]! / 2;
    if (upright && !isUpright(rows, { x: middle, y, module })) return false;
    return verify(Math.floor(middle), y, module);
  };
}

/** A quick check that leaves out most of the text that resembles a finder pattern without a quiet zone. */
function isUpright(
  rows: Rows,
  { x, y, module }: Pick<FinderPattern, 'x' | 'y' | 'module'>,
): boolean {
  if (module < leastModule) return false;
  const inverted = rows.dark[(y / rows.step) * rows.stride + Math.floor(x)] === 0;
  return hasSides(rows, { x, y: y + 0.5, module, inverted });
}

/** Calls `lookAt` for all runs of the rows whose three middle runs may belong to a finder pattern. */
function scan({ width, height, dark, step, stride }: Rows, slack: number, lookAt: LookAt): void {
  // The center run is three modules long and its neighbors are one module long, each within the tolerance.
  const least = (3 * (1 - slack)) / (1 + slack);
  const runs = new Uint32Array(5);
  for (let y = 0, row = 0; y < height; y += step, row += stride) {
    // This loop visits every pixel. An array in place of these local variables would double its time.
    let [a, b, c, d, e] = [0, 0, 0, 0, 0];
    let last = dark[row]!;
    for (let x = 0; x <= width; x++) {
      const color = x < width ? dark[row + x]! : 1 - last;
      if (color === last) {
        e++;
        continue;
      }
      last = color;
      if (a > 0 && c > least * b && c > least * d) {
        runs[0] = a;
        runs[1] = b;
        runs[2] = c;
        runs[3] = d;
        runs[4] = e;
        lookAt(runs, x, y);
      }
      a = b;
      b = c;
      c = d;
      d = e;
      e = 1;
    }
  }
}
