import type { Picture } from '../Picture';

/** A picture of brightness, one byte per pixel. 0 is black. */
export interface Gray {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export const isGray = (image: Picture | Gray): image is Gray =>
  image.data.length === image.width * image.height;

/** The background to assume behind transparent pixels. */
export type Ground = 'white' | 'black';

/** Returns the brightness of a pixel that was read as a little-endian number. */
export const luma = (pixel: number) =>
  ((pixel & 255) * 77 + ((pixel >> 8) & 255) * 150 + ((pixel >> 16) & 255) * 29) >> 8;

/** Computes brightness with the weights of ITU-R BT.601, in 256ths. */
export function grayOf(picture: Picture, ground: Ground = 'white'): Gray {
  const { width, height, data } = picture;
  // Reading each pixel as one little-endian number takes half the time of reading four bytes.
  const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const gray = new Uint8Array(pixels.length);
  let common = -1;
  for (let i = 0; i < gray.length; i++) {
    const pixel = pixels[i]!;
    common &= pixel;
    gray[i] = luma(pixel);
  }
  const isOpaque = common >>> 24 === 255;
  if (!isOpaque) compose(gray, data, ground === 'white' ? 255 : 0);
  return { width, height, data: gray };
}

/** Returns the brightness of every `step`th pixel in every `step`th row. Ignores transparency. */
export const subsampled = (image: Picture | Gray, step: number): Gray =>
  sampled(image, {
    columns: Math.floor(image.width / step),
    rows: Math.floor(image.height / step),
    across: step,
    down: step,
  });

/** A grid of pixels. */
export interface Grid {
  /** Position of the first pixel. Default: the top left corner. */
  readonly left?: number;
  readonly top?: number;
  readonly columns: number;
  readonly rows: number;
  /** Distance between two columns, in pixels. */
  readonly across: number;
  /** Distance between two rows, in pixels. */
  readonly down: number;
}

/** Returns the brightness of the pixels on a grid. Ignores transparency. */
export function sampled(image: Picture | Gray, grid: Grid): Gray {
  const { left = 0, top = 0, columns, rows, across, down } = grid;
  const { width, height, data } = image;
  const first = top * width + left;
  const out = new Uint8Array(columns * rows);
  // Two loops, so that each is compiled for one array type.
  if (isGray(image)) {
    for (let y = 0, to = 0; y < rows; y++)
      for (let x = 0, at = first + y * down * width; x < columns; x++, at += across)
        out[to++] = image.data[at]!;
  } else {
    const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height);
    for (let y = 0, to = 0; y < rows; y++)
      for (let x = 0, at = first + y * down * width; x < columns; x++, at += across)
        out[to++] = luma(pixels[at]!);
  }
  return { width: columns, height: rows, data: out };
}

function compose(gray: Uint8Array, data: Picture['data'], ground: number): void {
  for (let i = 0; i < gray.length; i++) {
    const alpha = data[i * 4 + 3]!;
    gray[i] = (gray[i]! * alpha + ground * (255 - alpha)) / 255;
  }
}

/** Halves width and height. Each new pixel is the mean of four old pixels. */
export function halved({ width, height, data }: Gray): Gray {
  const half = { width: width >> 1, height: height >> 1 };
  const out = new Uint8Array(half.width * half.height);
  for (let y = 0, to = 0; y < half.height; y++)
    for (let x = 0, at = y * 2 * width; x < half.width; x++, at += 2)
      out[to++] = (data[at]! + data[at + 1]! + data[at + width]! + data[at + width + 1]! + 2) >> 2;
  return { ...half, data: out };
}

/** Returns the brightness at a position, by bilinear interpolation. Pixel centers are at .5. */
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
