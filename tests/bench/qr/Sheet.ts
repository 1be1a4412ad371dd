import type { Picture } from '../../../lib/qr';

export type Color = readonly [number, number, number];

/** A picture being drawn. */
export type Sheet = Picture;

export function sheet(width: number, height: number, [r, g, b]: Color): Sheet {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < data.length; i += 4) {
    data[i] = r;
    data[i + 1] = g;
    data[i + 2] = b;
    data[i + 3] = 255;
  }
  return { width, height, data };
}

/** Blends a color over a pixel; `cover` is its opacity, 0 to 1. */
export function blend({ width, height, data }: Sheet, x: number, y: number, c: Color, cover = 1) {
  if (x < 0 || y < 0 || x >= width || y >= height) return;
  const at = (y * width + x) * 4;
  for (let i = 0; i < 3; i++)
    data[at + i] = (data[at + i] ?? 0) * (1 - cover) + (c[i] ?? 0) * cover;
}

export function fill(
  on: Sheet,
  left: number,
  top: number,
  width: number,
  height: number,
  c: Color,
) {
  for (let y = Math.max(top, 0); y < Math.min(top + height, on.height); y++)
    for (let x = Math.max(left, 0); x < Math.min(left + width, on.width); x++) blend(on, x, y, c);
}

export function cut(from: Sheet, left: number, top: number, width: number, height: number): Sheet {
  const part = sheet(width, height, [255, 255, 255]);
  for (let y = 0; y < height; y++) {
    const at = ((y + top) * from.width + left) * 4;
    part.data.set(from.data.subarray(at, at + width * 4), y * width * 4);
  }
  return part;
}
