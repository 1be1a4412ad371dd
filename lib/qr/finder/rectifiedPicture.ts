import type { Picture } from '../Picture';
import { brightness, type Gray } from './Gray';
import { mapped } from './Homography';
import type { Sampled } from './sampleCode';

/** Width of the quiet zone in modules (ISO/IEC 18004, 5.3.8). */
const quiet = 4;

function draw(size: number, scale: number, valueAt: (x: number, y: number) => number): Picture {
  const side = (size + 2 * quiet) * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < size * scale; y++)
    for (let x = 0; x < size * scale; x++) {
      const at = ((y + quiet * scale) * side + x + quiet * scale) * 4;
      data.fill(valueAt(x, y), at, at + 3);
    }
  return { width: side, height: side, data };
}

/** Draws the sampled modules as a picture without noise or distortion. */
export function cleanPicture({ size, modules }: Sampled): Picture {
  const scale = 3;
  return draw(size, scale, (x, y) =>
    modules[Math.floor(y / scale) * size + Math.floor(x / scale)] ? 0 : 255,
  );
}

/** Resamples the picture at the code. The result is rectified and dark on light, with a quiet zone. */
export function rectifiedPicture(
  gray: Gray,
  { size, toPicture }: Sampled,
  inverted: boolean,
): Picture {
  const scale = 5;
  return draw(size, scale, (x, y) => {
    const at = mapped(toPicture, (x + 0.5) / scale, (y + 0.5) / scale);
    const value = brightness(gray, at.x, at.y);
    return inverted ? 255 - value : value;
  });
}
