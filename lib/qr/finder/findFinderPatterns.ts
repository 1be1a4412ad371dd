/** One of the three finder patterns of a code. Coordinates are its center in pixels. */
export interface FinderPattern {
  readonly x: number;
  readonly y: number;
  /** Module size in pixels. */
  readonly module: number;
  /** Light on dark. */
  readonly inverted: boolean;
  /** Number of rows that crossed it. */
  readonly seen: number;
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** 1 for dark. */
  readonly dark: Uint8Array;
}

/** Whether five runs match 1 : 1 : 3 : 1 : 1 within `slack` modules. */
function isFinderPattern(
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  slack: number,
): boolean {
  const module = (a + b + c + d + e) / 7;
  const most = module * slack;
  return (
    Math.abs(a - module) < most &&
    Math.abs(b - module) < most &&
    Math.abs(c - 3 * module) < 3 * most &&
    Math.abs(d - module) < most &&
    Math.abs(e - module) < most
  );
}

/** Returns center and length of a finder pattern along a line of pixels through `at`, or null. */
function crossSection(
  { dark }: Pixels,
  at: number,
  step: number,
  before: number,
  after: number,
  longest: number,
  slack: number,
): { readonly middle: number; readonly length: number } | null {
  const runs: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  let color = dark[at];
  let run = 2;
  let i = 0;
  for (; i <= before; i++) {
    if (dark[at - i * step] !== color) {
      if (--run < 0) break;
      color = dark[at - i * step];
    }
    if (++runs[run]! > longest) return null;
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
    if (++runs[run]! > longest) return null;
  }
  const [a, b, c, d, e] = runs;
  if (run < 4 || !isFinderPattern(a, b, c, d, e, slack)) return null;
  return { middle: end - e - d - c / 2, length: a + b + c + d + e };
}

/**
 * Returns every place where both row and column match a finder pattern, in both polarities. `slack` is the
 * tolerance of a run in modules, `step` the distance between scanned rows.
 */
export function findFinderPatterns(
  pixels: Pixels,
  slack: number,
  step = 1,
): readonly FinderPattern[] {
  const { width, height, dark } = pixels;
  const found: { -readonly [Key in keyof FinderPattern]: FinderPattern[Key] }[] = [];

  const verify = (x: number, y: number, length: number) => {
    const down = crossSection(pixels, y * width + x, width, y, height - 1 - y, length, slack);
    if (!down || down.length > length * 2 || down.length < length / 2) return;
    const inverted = dark[y * width + x] === 0;
    const middle = y + down.middle;
    const known = found.find(
      (pattern) =>
        Math.abs(pattern.y - middle) < pattern.module * 1.6 &&
        Math.abs(pattern.x - x) < pattern.module * 1.6 &&
        pattern.inverted === inverted &&
        Math.abs(pattern.module * 7 - length) < pattern.module * 3,
    );
    if (known) {
      known.seen++;
      return;
    }
    const row = Math.min(Math.floor(middle), height - 1);
    const along = crossSection(
      pixels,
      row * width + x,
      1,
      x,
      width - 1 - x,
      down.length * 2,
      slack,
    );
    if (!along) return;
    const center = x + along.middle;
    const module = (along.length + down.length) / 14;
    found.push({ x: center, y: middle, module, inverted, seen: 1 });
  };

  for (let y = 0; y < height; y += step) {
    let [a, b, c, d, e] = [0, 0, 0, 0, 0];
    const row = y * width;
    for (let x = 0; x <= width; x++) {
      if (x < width && (x === 0 || dark[row + x] === dark[row + x - 1])) {
        e++;
        continue;
      }
      if (a > 0 && isFinderPattern(a, b, c, d, e, slack))
        verify(Math.floor(x - e - d - c / 2), y, a + b + c + d + e);
      [a, b, c, d, e] = [b, c, d, e, 1];
    }
  }
  return found;
}
