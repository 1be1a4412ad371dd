import type { Line, Rows } from './Rows';

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

export interface Tolerance {
  /** Maximum deviation of a run, in modules. */
  readonly slack: number;
  /**
   * Accepts outer runs of any length from half a module. Without a quiet zone, these runs merge with the page.
   * Default: false.
   */
  readonly open?: boolean;
}

interface Section {
  readonly middle: number;
  readonly module: number;
}

/** Returns the module size if five runs match 1 : 1 : 3 : 1 : 1, or else 0. */
function moduleOf(runs: Uint32Array, { slack, open = false }: Tolerance): number {
  const a = runs[0]!;
  const b = runs[1]!;
  const c = runs[2]!;
  const d = runs[3]!;
  const e = runs[4]!;
  const module = open ? (b + c + d) / 5 : (a + b + c + d + e) / 7;
  const most = module * slack;
  if (
    Math.abs(c - 3 * module) >= 3 * most ||
    Math.abs(b - module) >= most ||
    Math.abs(d - module) >= most
  )
    return 0;
  const outerMatch = open
    ? Math.min(a, e) * 2 >= module
    : Math.abs(a - module) < most && Math.abs(e - module) < most;
  return outerMatch ? module : 0;
}

const sectionRuns = new Uint32Array(5);

/**
 * Returns the center and module size of a finder pattern along a line, or null. `longest` limits the length of
 * each run.
 */
function crossSection(
  { dark, at, step, before, after }: Line,
  longest: number,
  tolerance: Tolerance,
): Section | null {
  const { open = false } = tolerance;
  const runs = sectionRuns.fill(0);
  let color = dark[at];
  let run = 2;
  for (let i = 0; i <= before; i++) {
    if (dark[at - i * step] !== color) {
      if (--run < 0) break;
      color = dark[at - i * step];
    }
    if (++runs[run]! <= longest) continue;
    if (!open || run > 0) return null;
    break;
  }
  if (run > 0) return null;
  color = dark[at];
  run = 2;
  let end = 1;
  for (; end <= after; end++) {
    if (dark[at + end * step] !== color) {
      if (++run > 4) break;
      color = dark[at + end * step];
    }
    if (++runs[run]! <= longest) continue;
    if (!open || run < 4) return null;
    end++;
    break;
  }
  if (run < 4) return null;
  const module = moduleOf(runs, tolerance);
  if (module === 0) return null;
  return { middle: end - runs[4]! - runs[3]! - runs[2]! / 2, module };
}

type Found = { -readonly [Key in keyof FinderPattern]: FinderPattern[Key] };

/** Returns every position where both row and column match a finder pattern, in both polarities. */
export function findFinderPatterns(rows: Rows, tolerance: Tolerance): readonly FinderPattern[] {
  const { width, height, dark } = rows;
  const found: Found[] = [];

  const verify = (x: number, y: number, module: number) => {
    const length = module * 7;
    // A module is at most twice as high as it is wide, so half a pattern is at most seven widths high.
    const column = rows.column(x, y, Math.ceil(length) + 1);
    const down = crossSection(column, length, tolerance);
    if (!down || down.module > module * 2 || down.module < module / 2) return;
    const inverted = column.dark[column.at] === 0;
    const middle = y + down.middle;
    const known = found.find(
      (pattern) =>
        Math.abs(pattern.y - middle) < pattern.module * 1.6 &&
        Math.abs(pattern.x - x) < pattern.module * 1.6 &&
        pattern.inverted === inverted &&
        Math.abs(pattern.module - module) * 7 < pattern.module * 3,
    );
    if (known) {
      known.seen++;
      return;
    }
    const row = Math.min(Math.floor(middle), height - 1);
    const line = rows.row(x, row, Math.ceil(down.module * 17));
    const along = crossSection(line, down.module * 14, tolerance);
    if (!along) return;
    const center = x + along.middle;
    found.push({
      x: center,
      y: middle,
      module: (along.module + down.module) / 2,
      inverted,
      seen: 1,
    });
  };

  // The center run is three modules long and its neighbors are one module long, each within the tolerance.
  const least = (3 * (1 - tolerance.slack)) / (1 + tolerance.slack);
  const runs = new Uint32Array(5);
  const lookAt = (end: number, y: number) => {
    const module = moduleOf(runs, tolerance);
    if (module > 0) verify(Math.floor(end - runs[4]! - runs[3]! - runs[2]! / 2), y, module);
  };
  for (let y = 0, row = 0; y < height; y += rows.step, row += rows.stride) {
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
        lookAt(x, y);
      }
      a = b;
      b = c;
      c = d;
      d = e;
      e = 1;
    }
  }
  return found;
}
