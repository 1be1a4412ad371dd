import type { Point } from '../QrCode';
import { dimensionsOf } from './dimensions';
import { findEyes, type Eye } from './findEyes';
import type { Gray } from './Gray';
import { darkPixels, levelsOf } from './Levels';
import { sampleCode, type Sampled } from './sampleCode';
import { triplesOf, type Triple } from './triples';

/** How thoroughly one picture is searched. */
export interface Way {
  /** The side of a block in pixels, and how many blocks around it share its level. */
  readonly block: number;
  readonly around: number;
  /** How far, in modules, a run through an eye may be off. */
  readonly slack: number;
  /** How many eyes of either polarity, and how many triples of them, are looked at. */
  readonly eyes: number;
  readonly triples: number;
  /** Rows from one that is looked at to the next; 1 unless said otherwise. */
  readonly step?: number;
}

export interface Candidate {
  readonly triple: Triple;
  readonly sampled: Sampled;
}

/**
 * What may be a code, the likeliest first: three eyes that stand right, with the fixed patterns between them.
 * Eyes that `isKnown` says are of a code that is read already, and those put into `used` meanwhile, are left out.
 */
export function* candidates(
  gray: Gray,
  way: Way,
  isKnown: (eye: Point) => boolean,
  used: ReadonlySet<Eye> = new Set(),
): Generator<Candidate> {
  const levels = levelsOf(gray, way.block, way.around);
  const dark = darkPixels(gray, levels);
  const eyes = findEyes({ ...gray, dark }, way.slack, way.step).filter((eye) => !isKnown(eye));
  for (const triple of triplesOf(eyes, way.eyes).slice(0, way.triples))
    for (const size of dimensionsOf(gray, levels, triple)) {
      if ([triple.topLeft, triple.topRight, triple.bottomLeft].some((eye) => used.has(eye))) break;
      const sampled = sampleCode(gray, levels, triple, size);
      if (sampled) yield { triple, sampled };
    }
}
