import type { Picture } from '../Picture';
import type { Point } from '../QrCode';
import type { QrSymbol } from '../QrSymbol';
import { findCandidates, type SearchPass } from './findCandidates';
import type { FinderPattern } from './findFinderPatterns';
import { halved, type Gray } from './Gray';
import { cleanPicture, rectifiedPicture } from './rectifiedPicture';
import { isWithin } from './isWithin';

/** Decodes a rectified picture of one code. Returns null if decoding fails. */
export type ReadOne = (picture: Picture) => Promise<QrSymbol | null>;

/**
 * `light` and `open` stop at the first scale that contains a code. `open` finds codes without a quiet zone, on
 * any background. `deep` searches every scale with loose tolerances, which is slow.
 */
export type Depth = 'light' | 'open' | 'deep';

export interface Search {
  readonly readOne: ReadOne;
  /** Codes that are already decoded. Finder patterns inside them are ignored. */
  readonly known: readonly QrSymbol[];
  readonly maxCodes: number;
  /** When to stop, in milliseconds on the clock of `now`. */
  readonly deadline: number;
  readonly now: () => number;
  readonly depth: Depth;
}

export const light: SearchPass = { block: 16, around: 1, slack: 0.6, patterns: 60, triples: 24 };
const fine: SearchPass = { block: 8, around: 1, slack: 0.75, patterns: 60, triples: 60 };
const open: SearchPass = { ...light, slack: 0.5, open: true };
const coarse: SearchPass = { block: 32, around: 2, slack: 0.75, patterns: 60, triples: 60 };

/**
 * Returns the passes at a scale. Omits coarse blocks at full scale, where they would find little that the light
 * pass at half scale missed.
 */
function passesAt(scale: number, depth: Depth): readonly SearchPass[] {
  if (depth === 'light') return [light];
  if (depth === 'open') return [open];
  return scale === 1 ? [fine] : [fine, coarse];
}

/**
 * Locates codes by their finder patterns, rectifies them and decodes them one by one. Finds codes that
 * whole-picture readers miss, such as codes with a narrow quiet zone, with uneven modules, or seen at an angle.
 */
export async function findCodes(whole: Gray, search: Search): Promise<readonly QrSymbol[]> {
  const codes: QrSymbol[] = [];
  let scale = 1;
  for (let gray = whole; Math.min(gray.width, gray.height) >= 40; gray = halved(gray), scale *= 2) {
    for (const pass of passesAt(scale, search.depth)) {
      if (search.now() > search.deadline) return codes;
      codes.push(
        ...(await findAtScale({ gray, scale }, pass, search, [...search.known, ...codes])),
      );
    }
    const enough = search.known.length + codes.length > 0 && search.depth !== 'deep';
    if (enough || scale >= 8) break;
  }
  return codes;
}

async function findAtScale(
  { gray, scale }: { readonly gray: Gray; readonly scale: number },
  pass: SearchPass,
  { readOne, maxCodes, deadline, now }: Search,
  known: readonly QrSymbol[],
): Promise<readonly QrSymbol[]> {
  const isKnown = ({ x, y }: Point) =>
    known.some(({ corners }) => isWithin(corners, { x: x * scale, y: y * scale }));
  const codes: QrSymbol[] = [];
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
