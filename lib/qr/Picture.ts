/** Pixels as RGBA bytes, row by row from the top left: four bytes a pixel, not premultiplied. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}
