import type { Picture } from './Picture';

/**
 * In pixels. Not divisors of common widths, so that the sampled columns differ from row to row.
 */
const [stride, strideOfLarge] = [17, 211];
const large = 500_000;

/**
 * Whether any of the sampled pixels is less than half opaque. Looks at every 17th pixel, of a
 * screen at every 211th.
 */
export function hasTransparency({ width, height, data }: Picture): boolean {
  const every = width * height > large ? strideOfLarge : stride;
  for (let i = 3; i < data.length; i += 4 * every) if (data[i]! < 128) return true;
  return false;
}
