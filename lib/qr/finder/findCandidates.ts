import type { Point } from '../QrCode';
import { likelyDimensions } from './likelyDimensions';
import { hasTiming } from './hasTiming';
import type { Tolerance } from './crossSection';
import { findFinderPatterns, type FinderPattern } from './findFinderPatterns';
import type { Gray } from './Gray';
import { darkPixels, levelsOf } from './Levels';
import { rowsOf } from './Rows';
import { sampleCode, type Sampled } from './sampleCode';
import { findTriples, type Triple } from './findTriples';

/** The parameters of one search over a picture. */
export interface SearchPass extends Tolerance {
  /** Block side in pixels. `around` is the number of neighboring blocks on each side that share a threshold. */
  readonly block: number;
  readonly around: number;
  /** Distance between the rows that are searched for finder patterns. Default: 1. */
  readonly step?: number;
  /**
   * Maximum number of finder patterns of each polarity. `triples` is the maximum number of triples of finder
   * patterns.
   */
  readonly patterns: number;
  readonly triples: number;
}

export interface Candidate {
  readonly triple: Triple;
  readonly sampled: Sampled;
}

/**
 * Yields candidates for codes, the likeliest first. A candidate has three finder patterns in the right geometry
 * and timing patterns between them.
 */
export function* findCandidates(
  gray: Gray,
  pass: SearchPass,
  isKnown: (pattern: Point) => boolean,
  used: ReadonlySet<FinderPattern> = new Set(),
): Generator<Candidate> {
  const levels = levelsOf(gray, pass.block, pass.around);
  const dark = darkPixels(gray, levels);
  const rows = rowsOf({ ...gray, dark }, pass.step ?? 1);
  const patterns = findFinderPatterns(rows, pass).filter((pattern) => !isKnown(pattern));
  const triples = findTriples(patterns, pass.patterns).slice(0, pass.triples);
  // Without a quiet zone, text resembles many finder patterns. The timing patterns are checked first, because
  // estimating dimensions is slow.
  const likely = pass.open ? triples.filter((triple) => hasTiming(rows, triple)) : triples;
  for (const triple of likely)
    for (const size of likelyDimensions({ gray, levels }, triple)) {
      if ([triple.topLeft, triple.topRight, triple.bottomLeft].some((pattern) => used.has(pattern)))
        break;
      const sampled = sampleCode({ gray, levels }, triple, size);
      if (sampled) yield { triple, sampled };
    }
}
