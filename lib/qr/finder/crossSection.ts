import type { Line } from './Rows';

export interface Tolerance {
  /** Maximum deviation of a run, in modules. */
  readonly slack: number;
  /**
   * Accepts outer runs of any length from half a module. Without a quiet zone, these runs merge with the page.
   * Default: false.
   */
  readonly open?: boolean;
}

export interface Section {
  readonly middle: number;
  readonly module: number;
}

/** Returns the module size if five runs match 1 : 1 : 3 : 1 : 1, or else 0. */
export function moduleOf(runs: Uint32Array, { slack, open = false }: Tolerance): number {
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
export function crossSection(
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
