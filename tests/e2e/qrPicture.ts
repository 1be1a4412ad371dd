import { PNG } from 'pngjs';
import { encode } from 'uqr';

/** The PNG file of a text's QR code. */
export function qrPicture(text: string, { scale = 5, ecc = 'M' as const } = {}): Buffer {
  const { data: rows } = encode(text, { ecc, border: 4 });
  const side = rows.length * scale;
  const png = new PNG({ width: side, height: side });
  png.data.fill(255);
  rows.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (!dark) return;
      for (let dy = 0; dy < scale; dy++)
        for (let dx = 0; dx < scale; dx++) {
          const at = ((y * scale + dy) * side + x * scale + dx) * 4;
          png.data.fill(0, at, at + 3);
        }
    }),
  );
  return PNG.sync.write(png);
}
