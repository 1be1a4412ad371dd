/** Decoded pixels: RGBA, four bytes a pixel, row by row from the top left, not premultiplied. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}
