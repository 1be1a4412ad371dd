/** A finder pattern: one of the three squares in a code's corners. */
export interface Eye {
  readonly x: number;
  readonly y: number;
  /** Pixels a module. */
  readonly module: number;
  /** Light on dark. */
  readonly inverted: boolean;
  /** How many rows saw it. */
  readonly seen: number;
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** 1 for dark. */
  readonly dark: Uint8Array;
}

/** Five runs through the middle of an eye are as 1 : 1 : 3 : 1 : 1, within a share of a module. */
function isEye(a: number, b: number, c: number, d: number, e: number, slack: number): boolean {
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

/** The middle and the length of an eye along a line of pixels through `at`, or null. */
function across(
  { dark }: Pixels,
  at: number,
  step: number,
  before: number,
  after: number,
  longest: number,
  slack: number,
): { readonly middle: number; readonly length: number } | null {
  const runs: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  let colour = dark[at];
  let run = 2;
  let i = 0;
  for (; i <= before; i++) {
    if (dark[at - i * step] !== colour) {
      if (--run < 0) break;
      colour = dark[at - i * step];
    }
    if (++runs[run]! > longest) return null;
  }
  if (run > 0) return null;
  colour = dark[at];
  run = 2;
  let end = 1;
  for (; end <= after; end++) {
    if (dark[at + end * step] !== colour) {
      if (++run > 4) break;
      colour = dark[at + end * step];
    }
    if (++runs[run]! > longest) return null;
  }
  const [a, b, c, d, e] = runs;
  if (run < 4 || !isEye(a, b, c, d, e, slack)) return null;
  return { middle: end - e - d - c / 2, length: a + b + c + d + e };
}

/**
 * Every place where rows and columns of pixels both run dark and light as through an eye, in both
 * polarities; `slack` is how far, in modules, a run may be off, `step` from one row to the next that is looked at.
 */
export function findEyes(pixels: Pixels, slack: number, step = 1): readonly Eye[] {
  const { width, height, dark } = pixels;
  const found: { -readonly [Key in keyof Eye]: Eye[Key] }[] = [];

  const look = (x: number, y: number, length: number) => {
    const down = across(pixels, y * width + x, width, y, height - 1 - y, length, slack);
    if (!down || down.length > length * 2 || down.length < length / 2) return;
    const inverted = dark[y * width + x] === 0;
    const middle = y + down.middle;
    const known = found.find(
      (eye) =>
        Math.abs(eye.y - middle) < eye.module * 1.6 &&
        Math.abs(eye.x - x) < eye.module * 1.6 &&
        eye.inverted === inverted &&
        Math.abs(eye.module * 7 - length) < eye.module * 3,
    );
    if (known) {
      known.seen++;
      return;
    }
    const row = Math.min(Math.floor(middle), height - 1);
    const along = across(pixels, row * width + x, 1, x, width - 1 - x, down.length * 2, slack);
    if (!along) return;
    const centre = x + along.middle;
    const module = (along.length + down.length) / 14;
    found.push({ x: centre, y: middle, module, inverted, seen: 1 });
  };

  for (let y = 0; y < height; y += step) {
    let [a, b, c, d, e] = [0, 0, 0, 0, 0];
    const row = y * width;
    for (let x = 0; x <= width; x++) {
      if (x < width && (x === 0 || dark[row + x] === dark[row + x - 1])) {
        e++;
        continue;
      }
      if (a > 0 && isEye(a, b, c, d, e, slack))
        look(Math.floor(x - e - d - c / 2), y, a + b + c + d + e);
      [a, b, c, d, e] = [b, c, d, e, 1];
    }
  }
  return found;
}
