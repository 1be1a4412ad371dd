import type { Picture } from './Picture';

/** Whether any pixel is less than half opaque. */
export function hasTransparency({ data }: Picture): boolean {
  for (let i = 3; i < data.length; i += 4) if (data[i]! < 128) return true;
  return false;
}
