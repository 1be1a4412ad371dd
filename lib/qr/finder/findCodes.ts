import type { Picture } from '../Picture';
import type { Point, QrCode } from '../QrCode';
import { candidates, type Way } from './candidates';
import type { Eye } from './findEyes';
import { halved, type Gray } from './Gray';
import { clean, straightened } from './straighten';
import { within } from './within';

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

export const light: Way = { block: 16, around: 1, slack: 0.6, eyes: 60, triples: 24 };
const fine: Way = { block: 8, around: 1, slack: 0.75, eyes: 60, triples: 60 };
const coarse: Way = { block: 32, around: 2, slack: 0.75, eyes: 60, triples: 60 };

/** Coarse blocks at the full scale would see little that the light pass at half of it did not. */
const waysAt = (scale: number, deep: boolean): readonly Way[] =>
  deep ? (scale === 1 ? [fine] : [fine, coarse]) : [light];

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
      codes.push(...(await findAtScale(gray, scale, way, search, [...search.known, ...codes])));
    }
    const enough = search.known.length + codes.length > 0 && !search.deep;
    if (enough || scale >= 8) break;
  }
  return codes;
}

async function findAtScale(
  gray: Gray,
  scale: number,
  way: Way,
  { readOne, maxCodes, deadline, now }: Search,
  known: readonly QrCode[],
): Promise<readonly QrCode[]> {
  const isKnown = ({ x, y }: Point) =>
    known.some(({ corners }) => within(corners, { x: x * scale, y: y * scale }));
  const codes: QrCode[] = [];
  const used = new Set<Eye>();
  for (const { triple, sampled } of candidates(gray, way, isKnown, used)) {
    if (codes.length >= maxCodes || now() > deadline) break;
    const code =
      (await readOne(clean(sampled))) ??
      (await readOne(straightened(gray, sampled, triple.topLeft.inverted)));
    if (!code) continue;
    const [a, b, c, d] = sampled.corners;
    const full = ({ x, y }: Point): Point => ({ x: x * scale, y: y * scale });
    codes.push({ ...code, corners: [full(a), full(b), full(c), full(d)] });
    for (const eye of [triple.topLeft, triple.topRight, triple.bottomLeft]) used.add(eye);
  }
  return codes;
}
