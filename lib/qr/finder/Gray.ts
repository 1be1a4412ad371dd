import type { Picture } from '../Picture';

/** Brightness, one byte a pixel: 0 is black. */
export interface Gray {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/**
 * Computes brightness with the weights of ITU-R BT.601, in 256ths. Composes on white, because the transparent
 * pixels of a PNG are usually black.
 */
export function grayOf({ width, height, data }: Picture): Gray {
  // Reading a pixel as one little-endian number takes half the time of four bytes.
  const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const gray = new Uint8Array(pixels.length);
  let common = -1;
  for (let i = 0; i < gray.length; i++) {
    const pixel = pixels[i]!;
    common &= pixel;
    gray[i] = ((pixel & 255) * 77 + ((pixel >> 8) & 255) * 150 + ((pixel >> 16) & 255) * 29) >> 8;
  }
  const opaque = common >>> 24 === 255;
  return { width, height, data: opaque ? gray : onWhite(gray, data) };
}

const onWhite = (gray: Uint8Array, data: Picture['data']): Uint8Array =>
  gray.map((value, i) => 255 - ((255 - value) * data[i * 4 + 3]!) / 255);

/** Halves both sides: each pixel is the mean of four. */
export function halved({ width, height, data }: Gray): Gray {
  const half = { width: width >> 1, height: height >> 1 };
  const out = new Uint8Array(half.width * half.height);
  for (let y = 0, to = 0; y < half.height; y++)
    for (let x = 0, at = y * 2 * width; x < half.width; x++, at += 2)
      out[to++] = (data[at]! + data[at + 1]! + data[at + width]! + data[at + width + 1]! + 2) >> 2;
  return { ...half, data: out };
}

/** Interpolates brightness bilinearly. Pixel centers lie at .5. */
export function brightness({ width, height, data }: Gray, x: number, y: number): number {
  const left = Math.min(Math.max(x - 0.5, 0), width - 1.001);
  const top = Math.min(Math.max(y - 0.5, 0), height - 1.001);
  const column = Math.floor(left);
  const row = Math.floor(top);
  const at = row * width + column;
  const dx = left - column;
  const dy = top - row;
  const above = data[at]! * (1 - dx) + data[at + 1]! * dx;
  const below = data[at + width]! * (1 - dx) + data[at + width + 1]! * dx;
  return above * (1 - dy) + below * dy;
}
