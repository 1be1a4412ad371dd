/** Some rows of a binarized picture, in which finder patterns are searched. 1 is dark. */
export interface Rows {
  readonly width: number;
  readonly height: number;
  /** Distance between the rows in pixels. */
  readonly step: number;
  /** Row `i`, from index `i * stride`, is the picture's row `i * step`. */
  readonly dark: Uint8Array;
  readonly stride: number;
  /** Returns the column of pixels through (x, y), at least `reach` pixels in each direction. */
  readonly column: (x: number, y: number, reach: number) => Line;
  /** Returns the row of pixels through (x, y), at least `reach` pixels in each direction. */
  readonly row: (x: number, y: number, reach: number) => Line;
  /** Returns the pixel at (x, y). */
  readonly isDark: (x: number, y: number) => number;
}

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** One value per pixel: 1 for dark, 0 for light. */
  readonly dark: Uint8Array;
}

/** Every `step`th row of a picture that is binarized as a whole. */
export function rowsOf({ width, height, dark }: Pixels, step: number): Rows {
  return {
    width,
    height,
    step,
    dark,
    stride: width * step,
    column: (x, y) => ({
      dark,
      at: y * width + x,
      step: width,
      before: y,
      after: height - 1 - y,
    }),
    row: (x, y) => ({ dark, at: y * width + x, step: 1, before: x, after: width - 1 - x }),
    isDark: (x, y) => dark[y * width + x]!,
  };
}

/** A line of pixels through index `at`, in both directions. Pixels are `step` apart. */
export interface Line {
  readonly dark: Uint8Array;
  readonly at: number;
  readonly step: number;
  readonly before: number;
  readonly after: number;
}
