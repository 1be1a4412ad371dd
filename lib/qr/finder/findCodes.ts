import type { Picture } from '../Picture';
import type { Point, QrCode } from '../QrCode';
import { findCandidates, type SearchPass } from './findCandidates';
import type { FinderPattern } from './findFinderPatterns';
import { halved, type Gray } from './Gray';
import { cleanPicture, rectifiedPicture } from './rectifiedPicture';
import { isWithin } from './isWithin';

/** Decodes a rectified picture of one code. Null if it cannot. */
export type ReadOne = (picture: Picture) => Promise<QrCode | null>;

export interface Search {
  readonly readOne: ReadOne;
  /** Codes that are decoded already. Their finder patterns are ignored. */
  readonly known: readonly QrCode[];
  readonly maxCodes: number;
  /** When to stop, in milliseconds on the clock of `now`. */
  readonly deadline: number;
  readonly now: () => number;
  /** Searches every scale with loose tolerances: slow. */
  readonly deep: boolean;
}

export const light: SearchPass = { block: 16, around: 1, slack: 0.6, patterns: 60, triples: 24 };
const fine: SearchPass = { block: 8, around: 1, slack: 0.75, patterns: 60, triples: 60 };
const coarse: SearchPass = { block: 32, around: 2, slack: 0.75, patterns: 60, triples: 60 };

/** Coarse blocks at full scale would find little that the light pass at half scale missed. */
const passesAt = (scale: number, deep: boolean): readonly SearchPass[] =>
  deep ? (scale === 1 ? [fine] : [fine, coarse]) : [light];

/**
 * Locates codes by their finder patterns, rectifies them and decodes them one by one. Finds what whole-picture
 * readers miss: codes with a narrow quiet zone, with uneven modules, or seen at an angle.
 */
export async function findCodes(whole: Gray, search: Search): Promise<readonly QrCode[]> {
  const codes: QrCode[] = [];
  let scale = 1;
  for (let gray = whole; Math.min(gray.width, gray.height) >= 40; gray = halved(gray), scale *= 2) {
    for (const pass of passesAt(scale, search.deep)) {
      if (search.now() > search.deadline) return codes;
      codes.push(...(await findAtScale(gray, scale, pass, search, [...search.known, ...codes])));
    }
    const enough = search.known.length + codes.length > 0 && !search.deep;
    if (enough || scale >= 8) break;
  }
  return codes;
}

async function findAtScale(
  gray: Gray,
  scale: number,
  pass: SearchPass,
  { readOne, maxCodes, deadline, now }: Search,
  known: readonly QrCode[],
): Promise<readonly QrCode[]> {
  const isKnown = ({ x, y }: Point) =>
    known.some(({ corners }) => isWithin(corners, { x: x * scale, y: y * scale }));
  const codes: QrCode[] = [];
  const used = new Set<FinderPattern>();
  for (const { triple, sampled } of findCandidates(gray, pass, isKnown, used)) {
    if (codes.length >= maxCodes || now() > deadline) break;
    const code =
      (await readOne(cleanPicture(sampled))) ??
      (await readOne(rectifiedPicture(gray, sampled, triple.topLeft.inverted)));
    if (!code) continue;
    const [a, b, c, d] = sampled.corners;
    const full = ({ x, y }: Point): Point => ({ x: x * scale, y: y * scale });
    codes.push({ ...code, corners: [full(a), full(b), full(c), full(d)] });
    for (const pattern of [triple.topLeft, triple.topRight, triple.bottomLeft]) used.add(pattern);
  }
  return codes;
}
