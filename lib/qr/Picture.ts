/** Decoded pixels in RGBA, four bytes per pixel, row by row from the top left. Colors are not premultiplied. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}
