import type { Sheet } from './Sheet';

/** The quantization tables K.1 and K.2 of ITU-T T.81, row by row. */
const luminance = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
  14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113,
  92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];
const chrominance = luminance.map((_, i) => {
  const near = [17, 18, 24, 47, 18, 21, 26, 66, 24, 26, 56, 99, 47, 66, 99, 99];
  return i % 8 < 4 && i < 32 ? (near[(i >> 3) * 4 + (i % 8)] ?? 99) : 99;
});

const cosine = Float64Array.from({ length: 64 }, (_, i) => {
  const frequency = i >> 3;
  return (
    (frequency === 0 ? Math.SQRT1_2 : 1) *
    0.5 *
    Math.cos(((2 * (i % 8) + 1) * frequency * Math.PI) / 16)
  );
});

/** Applies one dimension of the transform or of its inverse, and transposes the block. */
function turn(from: Float64Array, to: Float64Array, forward: boolean) {
  for (let row = 0; row < 8; row++)
    for (let k = 0; k < 8; k++) {
      let sum = 0;
      for (let n = 0; n < 8; n++)
        sum += (from[row * 8 + n] ?? 0) * (cosine[forward ? k * 8 + n : n * 8 + k] ?? 0);
      to[k * 8 + row] = sum;
    }
}

/** Returns a plane after its 8 x 8 blocks were transformed, rounded and transformed back. */
function lossy(plane: Float64Array, width: number, height: number, steps: readonly number[]) {
  const block = new Float64Array(64);
  const half = new Float64Array(64);
  const at = (x: number, y: number) => Math.min(y, height - 1) * width + Math.min(x, width - 1);
  for (let top = 0; top < height; top += 8)
    for (let left = 0; left < width; left += 8) {
      for (let i = 0; i < 64; i++)
        block[i] = (plane[at(left + (i % 8), top + (i >> 3))] ?? 0) - 128;
      turn(block, half, true);
      turn(half, block, true);
      for (let i = 0; i < 64; i++) {
        const step = steps[i] ?? 1;
        block[i] = Math.round((block[i] ?? 0) / step) * step;
      }
      turn(block, half, false);
      turn(half, block, false);
      for (let i = 0; i < 64; i++) {
        const x = left + (i % 8);
        const y = top + (i >> 3);
        if (x < width && y < height) plane[y * width + x] = (block[i] ?? 0) + 128;
      }
    }
}

/** Applies the losses of JPEG at this quality (1 to 100), with chroma at half the resolution. */
export function jpeg({ width, height, data }: Sheet, quality: number): Sheet {
  const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  const steps = (table: readonly number[]) =>
    table.map((step) => Math.min(255, Math.max(1, Math.floor((step * scale + 50) / 100))));
  const y = new Float64Array(width * height);
  const halfWidth = Math.ceil(width / 2);
  const halfHeight = Math.ceil(height / 2);
  const cb = new Float64Array(halfWidth * halfHeight);
  const cr = new Float64Array(halfWidth * halfHeight);
  for (let i = 0; i < y.length; i++) {
    const [r = 0, g = 0, b = 0] = [data[i * 4], data[i * 4 + 1], data[i * 4 + 2]];
    y[i] = 0.299 * r + 0.587 * g + 0.114 * b;
    const half = (Math.floor(i / width) >> 1) * halfWidth + ((i % width) >> 1);
    cb[half] = 128 - 0.168736 * r - 0.331264 * g + 0.5 * b;
    cr[half] = 128 + 0.5 * r - 0.418688 * g - 0.081312 * b;
  }
  lossy(y, width, height, steps(luminance));
  lossy(cb, halfWidth, halfHeight, steps(chrominance));
  lossy(cr, halfWidth, halfHeight, steps(chrominance));
  const out = new Uint8ClampedArray(data.length).fill(255);
  for (let i = 0; i < y.length; i++) {
    const half = (Math.floor(i / width) >> 1) * halfWidth + ((i % width) >> 1);
    const blue = (cb[half] ?? 128) - 128;
    const red = (cr[half] ?? 128) - 128;
    out[i * 4] = (y[i] ?? 0) + 1.402 * red;
    out[i * 4 + 1] = (y[i] ?? 0) - 0.344136 * blue - 0.714136 * red;
    out[i * 4 + 2] = (y[i] ?? 0) + 1.772 * blue;
  }
  return { width, height, data: out };
}
