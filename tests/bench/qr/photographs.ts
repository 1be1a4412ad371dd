import { clutter } from './clutter';
import { denseExport, enrollment } from './content';
import type { Random } from './random';
import type { Sample } from './Sample';
import { sheet, type Color, type Sheet } from './Sheet';
import { stampCode, type Style, type ToCode } from './stampCode';

type Corner = readonly [number, number];

/**
 * Returns a function that maps a pixel to a position on the code, given the code's corners in perspective
 * (Heckbert 1989).
 */
function seen([a, b, c, d]: readonly [Corner, Corner, Corner, Corner]): ToCode {
  const [sx, sy] = [a[0] - b[0] + c[0] - d[0], a[1] - b[1] + c[1] - d[1]];
  const [dx1, dy1, dx2, dy2] = [b[0] - c[0], b[1] - c[1], d[0] - c[0], d[1] - c[1]];
  const det = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / det;
  const h = (dx1 * sy - sx * dy1) / det;
  const m = [b[0] - a[0] + g * b[0], d[0] - a[0] + h * d[0], a[0]] as const;
  const n = [b[1] - a[1] + g * b[1], d[1] - a[1] + h * d[1], a[1]] as const;
  return (x, y) => {
    const [p, q] = [m[0] - g * x, m[1] - h * x];
    const [r, s] = [n[0] - g * y, n[1] - h * y];
    const under = p * s - q * r;
    return [((x - m[2]) * s - q * (y - n[2])) / under, (p * (y - n[2]) - r * (x - m[2])) / under];
  };
}

/** Returns the corners of a code as a camera sees it. The code is entirely in the picture if it fits. */
function turned(by: Random, width: number, height: number, size: number, camera: Camera) {
  const { tilt, turn = Math.PI } = camera;
  const angle = by.between(-turn, turn);
  const [cx, cy] = [width / 2 + by.between(-90, 90), height / 2 + by.between(-70, 70)];
  const corner = (x: number, y: number): Corner => {
    const lean = 1 + by.between(-tilt, tilt);
    const [dx, dy] = [x * size * 0.5 * lean, y * size * 0.5 * lean];
    return [
      cx + dx * Math.cos(angle) - dy * Math.sin(angle),
      cy + dx * Math.sin(angle) + dy * Math.cos(angle),
    ];
  };
  const corners = [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)] as const;
  const [dx, dy] = [
    inward(
      corners.map(([x]) => x),
      width,
    ),
    inward(
      corners.map(([, y]) => y),
      height,
    ),
  ];
  const moved = ([x, y]: Corner): Corner => [x + dx, y + dy];
  const [a, b, c, d] = corners;
  return [moved(a), moved(b), moved(c), moved(d)] as const;
}

/** Returns how far to shift a span so that it lies in a picture of this length. A longer span is centered. */
function inward(places: readonly number[], length: number): number {
  const [low, high] = [Math.min(...places), Math.max(...places)];
  if (high - low > length) return (length - low - high) / 2;
  return Math.max(0, -low) - Math.max(0, high - length);
}

/** Blurs twice with a square mean, which approximates an unfocused lens. */
function blurred({ width, height, data }: Sheet, radius: number): Sheet {
  let from = data;
  for (const step of [4, width * 4]) {
    const to = new Uint8ClampedArray(from.length).fill(255);
    for (let i = 0; i < from.length; i++) {
      if (i % 4 === 3) continue;
      let sum = 0;
      let count = 0;
      for (let k = -Math.ceil(radius); k <= Math.ceil(radius); k++) {
        const weight = Math.min(1, radius + 1 - Math.abs(k));
        const value = from[i + k * step];
        if (value === undefined || weight <= 0) continue;
        sum += value * weight;
        count += weight;
      }
      to[i] = sum / count;
    }
    from = to;
  }
  return { width, height, data: from };
}

/** Adds uneven light across the picture, and sensor noise. */
function exposed(on: Sheet, by: Random, falloff: number, grain: number): Sheet {
  const angle = by.between(0, 2 * Math.PI);
  for (let y = 0; y < on.height; y++)
    for (let x = 0; x < on.width; x++) {
      const along =
        (x / on.width - 0.5) * Math.cos(angle) + (y / on.height - 0.5) * Math.sin(angle);
      const light = 0.85 + falloff * along;
      const at = (y * on.width + x) * 4;
      for (let i = at; i < at + 3; i++)
        on.data[i] = (on.data[i] ?? 0) * light + by.between(-grain, grain);
    }
  return on;
}

interface Camera {
  readonly size: readonly [number, number];
  readonly tilt: number;
  /** Maximum rotation in either direction, in radians. Any rotation if undefined. */
  readonly turn?: number;
  readonly blur: number;
  readonly falloff: number;
  readonly grain: number;
  readonly text?: (by: Random) => string;
  readonly level?: Style['level'];
  readonly inverted?: boolean;
}

const cameras: Readonly<Record<string, Camera>> = {
  turned: { size: [300, 620], tilt: 0.02, blur: 0.6, falloff: 0.1, grain: 8 },
  leaning: { size: [320, 620], tilt: 0.16, blur: 0.7, falloff: 0.2, grain: 10 },
  'out of focus': { size: [360, 640], tilt: 0.06, blur: 1.9, falloff: 0.2, grain: 8 },
  'uneven light': { size: [320, 620], tilt: 0.06, blur: 0.8, falloff: 0.9, grain: 12 },
  'from a dark screen': {
    size: [360, 620],
    tilt: 0.06,
    blur: 0.8,
    falloff: 0.3,
    grain: 10,
    inverted: true,
  },
  'dense export, photographed': {
    size: [660, 760],
    tilt: 0.04,
    blur: 0.6,
    falloff: 0.15,
    grain: 8,
    turn: 0.3,
    text: denseExport,
    level: 'L',
  },
};

/** Draws a code among other content, as this camera photographs it. */
export function shoot(by: Random, camera: Camera) {
  const { text: write = enrollment, level = 'M' } = camera;
  const text = write(by);
  const table: Color = [by.whole(60, 190), by.whole(60, 190), by.whole(60, 190)];
  const on = sheet(1280, 960, table);
  clutter(on, by, [20, 20, 20], table);
  const corners = turned(by, on.width, on.height, by.between(...camera.size), camera);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [light, dark]: [Color, Color] = [
    [235, 232, 225],
    [32, 30, 34],
  ];
  stampCode(
    on,
    text,
    { level, ...(camera.inverted ? { dark: light, light: dark } : { dark, light }) },
    [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
    seen(corners),
    3,
  );
  return {
    picture: exposed(blurred(on, camera.blur), by, camera.falloff, camera.grain),
    texts: [text],
  };
}

/** Yields `count` pictures of each kind. */
export function* photographs(by: Random, count: number): Generator<Sample> {
  for (const [kind, camera] of Object.entries(cameras))
    for (let i = 0; i < count; i++) yield { kind, set: 'photograph', ...shoot(by, camera) };
}
