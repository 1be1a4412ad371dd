import type { Picture } from '../Picture';
import type { Point } from '../QrCode';
import type { QrSymbol } from '../QrSymbol';
import { findCandidates } from './findCandidates';
import { light } from './findCodes';
import type { FinderPattern } from './findFinderPatterns';
import { findTriples } from './findTriples';
import { subsampled, type Gray } from './Gray';
import type { Glance } from './glanceAt';
import { hasTiming } from './hasTiming';
import { isWithin } from './isWithin';

/** Maximum side of the sample in pixels. Larger pictures are subsampled, because the check must be cheap. */
const maxSide = 600;
const maxStep = 3;

/** Scans every third row, because the center of a finder pattern is three modules high. */
const hastyPass = { ...light, step: 3, slack: 0.5, patterns: 24, triples: 12 };

/** Whether three of the patterns form a possible code. */
export const hasTriple = (patterns: readonly FinderPattern[]): boolean =>
  findTriples(patterns, hastyPass.patterns).length > 0;

/** Whether three of the finder patterns have timing patterns between them. */
export const hasLikelyCode = ({ closed, pixels, scale }: Glance): boolean =>
  findTriples(closed, hastyPass.patterns).some((triple) => hasTiming(pixels, triple, scale));

/**
 * Whether the picture seems to contain another code besides the decoded codes. Most pictures need no
 * more than the glance at the whole picture.
 */
export function hasUndecodedSymbol(
  image: Picture | Gray,
  glance: Glance,
  known: readonly QrSymbol[],
): boolean {
  const isKnown = (point: Point) => known.some(({ corners }) => isWithin(corners, point));
  const closed = glance.closed.filter((pattern) => !isKnown(pattern));
  if (!hasLikelyCode({ ...glance, closed })) return false;
  const smaller = Math.min(image.width, image.height);
  const step = Math.min(Math.max(Math.ceil(smaller / maxSide), 1), maxStep);
  const isKnownAtStep = ({ x, y }: Point) => isKnown({ x: x * step, y: y * step });
  return findCandidates(subsampled(image, step), hastyPass, isKnownAtStep).next().done === false;
}
