import type { Depth } from './finder/findCodes';
import { findOpenRegions } from './finder/findOpenRegions';
import type { Gray } from './finder/Gray';
import type { Glance } from './finder/glanceAt';
import { isWithin } from './finder/isWithin';
import type { Picture } from './Picture';
import type { Point } from './QrCode';
import type { QrSymbol } from './QrSymbol';

/** Searches a picture for codes by their finder patterns. */
export type SearchCodes = (
  where: Gray,
  depth: Depth,
  known?: readonly QrSymbol[],
) => Promise<readonly QrSymbol[]>;

/** Returns the codes without a quiet zone that the glance at the picture suggests, except the known codes. */
export async function findOpenCodes(
  image: Picture | Gray,
  glance: Glance,
  known: readonly QrSymbol[],
  search: SearchCodes,
): Promise<readonly QrSymbol[]> {
  const codes: QrSymbol[] = [];
  const isKnown = (point: Point) =>
    [...known, ...codes].some(({ corners }) => isWithin(corners, point));
  for (const { gray, middle, toPicture } of findOpenRegions(image, glance, isKnown)) {
    if (isKnown(middle)) continue;
    for (const code of await search(gray, 'open')) {
      const [a, b, c, d] = code.corners;
      codes.push({ ...code, corners: [toPicture(a), toPicture(b), toPicture(c), toPicture(d)] });
    }
  }
  return codes;
}
