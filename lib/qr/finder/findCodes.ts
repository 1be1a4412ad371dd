import type { Picture } from '../Picture';
import type { Point, QrCode } from '../QrCode';
import { dimensionsOf } from './dimensions';
import { findEyes, type Eye } from './findEyes';
import { halved, type Gray } from './Gray';
import { darkPixels, levelsOf } from './Levels';
import { sampleCode } from './sampleCode';
import { clean, straightened } from './straighten';
import { triplesOf } from './triples';

/** Reads a straightened picture of one code, or answers null. */
export type ReadOne = (picture: Picture) => Promise<QrCode | null>;

export interface Search {
  readonly readOne: ReadOne;
  /** Codes that are known already: their eyes are not looked at again. */
  readonly known: readonly QrCode[];
  readonly maxCodes: number;
  /** When to stop, in milliseconds as `now` counts them. */
  readonly deadline: number;
  readonly now: () => number;
  /** Everything that might be a code, at every scale: slow. */
  readonly deep: boolean;
}

interface Way {
  readonly block: number;
  readonly around: number;
  readonly slack: number;
  readonly triples: number;
}

const light: readonly Way[] = [{ block: 16, around: 1, slack: 0.6, triples: 24 }];
const fine: Way = { block: 8, around: 1, slack: 0.75, triples: 60 };
const coarse: Way = { block: 32, around: 2, slack: 0.75, triples: 60 };

/** Coarse blocks at the full scale would see little that the light pass at half of it did not. */
const waysAt = (scale: number, deep: boolean): readonly Way[] =>
  deep ? (scale === 1 ? [fine] : [fine, coarse]) : light;

/**
 * Codes that are found by their finder patterns, straightened and handed to a decoder one by one: those with
 * hardly a quiet zone, of uneven modules, or seen aslant, which whole-picture readers miss.
 */
export async function findCodes(whole: Gray, search: Search): Promise<readonly QrCode[]> {
  const codes: QrCode[] = [];
  let scale = 1;
  for (let gray = whole; Math.min(gray.width, gray.height) >= 40; gray = halved(gray), scale *= 2) {
    for (const way of waysAt(scale, search.deep)) {
      if (search.now() > search.deadline) return codes;
      const known = [...search.known, ...codes].map(({ corners }) => corners);
      const more = await findAtScale(gray, scale, way, { ...search, known });
      codes.push(...more);
    }
    const enough = search.known.length + codes.length > 0 && !search.deep;
    if (enough || scale >= 8) break;
  }
  return codes;
}

type AtScale = Omit<Search, 'known'> & { readonly known: readonly (readonly Point[])[] };

async function findAtScale(
  gray: Gray,
  scale: number,
  way: Way,
  search: AtScale,
): Promise<QrCode[]> {
  const { readOne, maxCodes, deadline, now } = search;
  const levels = levelsOf(gray, way.block, way.around);
  const dark = darkPixels(gray, levels);
  const known = [...search.known];
  const isKnown = ({ x, y }: Point) =>
    known.some((corners) => within(corners, x * scale, y * scale));
  const eyes = findEyes({ ...gray, dark }, way.slack).filter((eye) => !isKnown(eye));
  const codes: QrCode[] = [];
  const used = new Set<Eye>();
  let tries = way.triples;
  for (const triple of triplesOf(eyes)) {
    if (tries-- <= 0 || codes.length >= maxCodes || now() > deadline) break;
    const three = [triple.topLeft, triple.topRight, triple.bottomLeft];
    if (three.some((eye) => used.has(eye))) continue;
    for (const size of dimensionsOf(gray, levels, triple)) {
      const sampled = sampleCode(gray, levels, triple, size);
      if (!sampled) continue;
      const code =
        (await readOne(clean(sampled))) ??
        (await readOne(straightened(gray, sampled, triple.topLeft.inverted)));
      if (!code) continue;
      const [a, b, c, d] = sampled.corners.map(({ x, y }) => ({ x: x * scale, y: y * scale }));
      codes.push({ ...code, corners: [a!, b!, c!, d!] });
      for (const eye of three) used.add(eye);
      break;
    }
  }
  return codes;
}

/** Whether a point lies within a convex quadrilateral, or on its edge. */
function within(corners: readonly Point[], x: number, y: number): boolean {
  const sides = corners.map((a, i) => {
    const b = corners[(i + 1) % corners.length]!;
    return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
  });
  return sides.every((side) => side >= 0) || sides.every((side) => side <= 0);
}
