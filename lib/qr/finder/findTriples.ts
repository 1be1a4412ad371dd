import type { FinderPattern } from './findFinderPatterns';

/** Three finder patterns at the top left, top right and bottom left of a possible code. */
export interface Triple {
  readonly topLeft: FinderPattern;
  readonly topRight: FinderPattern;
  readonly bottomLeft: FinderPattern;
  /** Deviation from three corners of a square. 0 is perfect. */
  readonly error: number;
}

/**
 * Returns triples of one polarity and similar size, the most square first. Considers only the `maxPatterns`
 * clearest patterns.
 */
export function findTriples(
  patterns: readonly FinderPattern[],
  maxPatterns: number,
): readonly Triple[] {
  const triples: Triple[] = [];
  for (const inverted of [false, true]) {
    const some = patterns
      .filter((pattern) => pattern.inverted === inverted)
      .toSorted((a, b) => b.seen / b.module - a.seen / a.module)
      .slice(0, maxPatterns);
    for (const corner of some)
      for (const [i, b] of some.entries()) {
        if (b === corner || !isSimilarSize(corner, b)) continue;
        for (const c of some.slice(i + 1)) {
          if (c === corner || !isSimilarSize(corner, c) || !isSimilarSize(b, c)) continue;
          const triple = tripleAt(corner, b, c);
          if (triple) triples.push(triple);
        }
      }
  }
  return triples.toSorted((a, b) => a.error - b.error);
}

/** Maximum slope of the sides of an upright code, and maximum error of its triple. */
const [maxSlope, maxError] = [0.1, 0.25];

/** Maximum number of patterns in `findUprightTriples`. A large screenshot full of text has about 200. */
const maxUpright = 400;

/**
 * Returns the triples of upright codes, the most square first. Compares few patterns with each other, so it can
 * consider more of them than `findTriples`.
 */
export function findUprightTriples(patterns: readonly FinderPattern[]): readonly Triple[] {
  const triples: Triple[] = [];
  const some = patterns.toSorted((a, b) => b.seen - a.seen).slice(0, maxUpright);
  for (const corner of some) {
    const beside: FinderPattern[] = [];
    const below: FinderPattern[] = [];
    for (const other of some) {
      const across = Math.abs(other.x - corner.x);
      const down = Math.abs(other.y - corner.y);
      if (other.inverted !== corner.inverted || !isSimilarSize(corner, other)) continue;
      if (down < across * maxSlope) beside.push(other);
      else if (across < down * maxSlope) below.push(other);
    }
    for (const b of beside)
      for (const c of below) {
        const triple = isSimilarSize(b, c) ? tripleAt(corner, b, c) : null;
        if (triple && triple.error < maxError) triples.push(triple);
      }
  }
  return triples.toSorted((a, b) => a.error - b.error);
}

const isSimilarSize = (a: FinderPattern, b: FinderPattern) =>
  a.module < b.module * 1.6 + 0.5 && b.module < a.module * 1.6 + 0.5;

function tripleAt(corner: FinderPattern, b: FinderPattern, c: FinderPattern): Triple | null {
  const [bx, by, cx, cy] = [b.x - corner.x, b.y - corner.y, c.x - corner.x, c.y - corner.y];
  const [toB, toC] = [Math.sqrt(bx * bx + by * by), Math.sqrt(cx * cx + cy * cy)];
  const module = (corner.module + b.module + c.module) / 3;
  // The centers are 14 modules apart in the smallest code and 170 in the largest.
  if (Math.min(toB, toC) < module * 11 || Math.max(toB, toC) > module * 200) return null;
  const lopsided = Math.abs(toB - toC) / Math.max(toB, toC);
  const cosine = Math.abs(bx * cx + by * cy) / (toB * toC);
  if (lopsided > 0.35 || cosine > 0.4) return null;
  const sizes = [corner.module, b.module, c.module];
  const uneven = Math.max(...sizes) / Math.min(...sizes) - 1;
  const error = lopsided + cosine + uneven / 4;
  // In a code that isn't mirrored, the right pattern is clockwise from the bottom pattern.
  return bx * cy - by * cx > 0
    ? { topLeft: corner, topRight: b, bottomLeft: c, error }
    : { topLeft: corner, topRight: c, bottomLeft: b, error };
}
