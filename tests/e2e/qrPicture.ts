import { PNG } from 'pngjs';
import { encode } from 'uqr';

/** Returns the PNG file of a text's QR code. */
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

/** Returns a 4K screenshot of stripes that contains a text's QR code. */
export function screen4k(text: string): Buffer {
  const screen = new PNG({ width: 3840, height: 2160 });
  for (let i = 0; i < screen.data.length; i += 4)
    screen.data.fill(i % 52 < 24 ? 90 : 240, i, i + 3).fill(255, i + 3, i + 4);
  const code = PNG.sync.read(qrPicture(text, { scale: 3 }));
  PNG.bitblt(code, screen, 0, 0, code.width, code.height, 2500, 1300);
  return PNG.sync.write(screen);
}
