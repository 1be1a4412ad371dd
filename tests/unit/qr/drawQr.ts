import { encode } from 'uqr';
import type { Picture } from '../../../lib/qr';

export interface Drawing {
  /** Size of a module in pixels. */
  readonly scale?: number;
  /** Width of the light border in modules. */
  readonly quiet?: number;
  readonly dark?: number;
  readonly light?: number;
  readonly level?: 'L' | 'M' | 'Q' | 'H';
  readonly version?: number;
}

export function blank(width: number, height: number, value = 255): Picture {
  const data = new Uint8ClampedArray(width * height * 4).fill(value);
  for (let i = 3; i < data.length; i += 4) data[i] = 255;
  return { width, height, data };
}

export function paste(onto: Picture, picture: Picture, left: number, top: number): Picture {
  const data = new Uint8ClampedArray(onto.data);
  for (let y = 0; y < picture.height; y++) {
    const row = picture.data.subarray(y * picture.width * 4, (y + 1) * picture.width * 4);
    data.set(row, ((top + y) * onto.width + left) * 4);
  }
  return { ...onto, data };
}

/** Returns an undistorted picture of a text's QR code. */
export function drawQr(text: string, drawing: Drawing = {}): Picture {
  const { scale = 4, quiet = 4, dark = 0, light = 255, level = 'M', version } = drawing;
  const versions = version === undefined ? {} : { minVersion: version, maxVersion: version };
  const { data: rows } = encode(text, { ecc: level, border: quiet, boostEcc: false, ...versions });
  const size = rows.length * scale;
  const picture = blank(size, size, light);
  rows.forEach((row, y) =>
    row.forEach((isDark, x) => {
      if (!isDark) return;
      for (let dy = 0; dy < scale; dy++) {
        const at = ((y * scale + dy) * size + x * scale) * 4;
        for (let i = at; i < at + scale * 4; i++) if (i % 4 !== 3) picture.data[i] = dark;
      }
    }),
  );
  return picture;
}
