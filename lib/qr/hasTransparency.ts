import type { Picture } from './Picture';

/**
 * Distances between sampled pixels. The distances don't divide common widths, so that the sampled columns differ
 * from row to row.
 */
const [stride, strideOfLarge] = [17, 211];
const large = 500_000;

/**
 * Whether any sampled pixel is less than half opaque. Samples every 17th pixel, or every 211th of a large
 * picture.
 */
export function hasTransparency({ width, height, data }: Picture): boolean {
  const every = width * height > large ? strideOfLarge : stride;
  for (let i = 3; i < data.length; i += 4 * every) if (data[i]! < 128) return true;
  return false;
}
