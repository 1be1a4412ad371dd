import type { Picture } from '../Picture';

/** Brightness alone, one byte a pixel: 0 is black. */
export interface Gray {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Brightness as ITU-R BT.601 weighs the colours, in 256ths. */
export function grayOf({ width, height, data }: Picture): Gray {
  const gray = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < gray.length; i++, at += 4)
    gray[i] = (data[at]! * 77 + data[at + 1]! * 150 + data[at + 2]! * 29) >> 8;
  return { width, height, data: gray };
}

/** The picture at half its size: each pixel the mean of four. */
export function halved({ width, height, data }: Gray): Gray {
  const half = { width: width >> 1, height: height >> 1 };
  const out = new Uint8Array(half.width * half.height);
  for (let y = 0, to = 0; y < half.height; y++)
    for (let x = 0, at = y * 2 * width; x < half.width; x++, at += 2)
      out[to++] = (data[at]! + data[at + 1]! + data[at + width]! + data[at + width + 1]! + 2) >> 2;
  return { ...half, data: out };
}

/** Brightness between the pixels, by linear interpolation; a pixel's own lies at its middle. */
export function brightness({ width, height, data }: Gray, x: number, y: number): number {
  const left = Math.min(Math.max(x - 0.5, 0), width - 1.001);
  const top = Math.min(Math.max(y - 0.5, 0), height - 1.001);
  const at = Math.floor(top) * width + Math.floor(left);
  const dx = left % 1;
  const dy = top % 1;
  const above = data[at]! * (1 - dx) + data[at + 1]! * dx;
  const below = data[at + width]! * (1 - dx) + data[at + width + 1]! * dx;
  return above * (1 - dy) + below * dy;
}
