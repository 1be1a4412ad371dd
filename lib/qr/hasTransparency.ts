import type { Picture } from './Picture';

/**
 * In pixels. Not a divisor of common widths, so that the sampled columns differ from row to row.
 */
const stride = 17;

/** Whether any of the sampled pixels is less than half opaque. Looks at every 17th pixel. */
export function hasTransparency({ data }: Picture): boolean {
  for (let i = 3; i < data.length; i += 4 * stride) if (data[i]! < 128) return true;
  return false;
}
