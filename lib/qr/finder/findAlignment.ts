import type { Point } from '../QrCode';
import { brightness } from './Gray';
import { mapped, type Homography } from './Homography';
import { levelAt, type LeveledGray } from './Levels';

/** The modules of an alignment pattern: a dark ring of 5 × 5, a light ring, a dark center. */
const pattern = Array.from({ length: 25 }, (_, i) => {
  const ring = Math.max(Math.abs((i % 5) - 2), Math.abs(Math.floor(i / 5) - 2));
  return { x: (i % 5) - 2, y: Math.floor(i / 5) - 2, dark: ring !== 1 };
});

const perfectScore = pattern.length;
const minScore = 12;
/** The amount subtracted from the score per module of distance from the expected position. */
const distancePenalty = 0.2;

interface AlignmentSearch {
  /** The module where the pattern's center is expected, as both row and column. */
  readonly middle: number;
  /** The maximum distance from the expected center, in modules. */
  readonly reach: number;
  /** Whether the code is light on dark. */
  readonly inverted: boolean;
}

/**
 * Locates an alignment pattern, searching in rings around the expected position. Returns the pattern's position
 * in pixels, or null.
 */
export function findAlignment(
  { gray, levels }: LeveledGray,
  toPicture: Homography,
  { middle, inverted, reach }: AlignmentSearch,
): Point | null {
  let best = { x: 0, y: 0, score: minScore };
  const tryAt = (x: number, y: number) => {
    let score = -Math.hypot(x, y) * distancePenalty;
    for (const module of pattern) {
      const place = mapped(toPicture, middle + x + module.x, middle + y + module.y);
      const over = brightness(gray, place.x, place.y) - levelAt(levels, place.x, place.y);
      const light = Math.max(-1, Math.min(1, over / 48));
      score += module.dark === inverted ? light : -light;
    }
    if (score > best.score) best = { x, y, score };
  };
  tryAt(0, 0);
  // The search stops when even a perfect pattern at this distance couldn't beat the best score.
  for (
    let ring = 0.5;
    ring <= reach && best.score < perfectScore - ring * distancePenalty;
    ring += 0.5
  )
    for (let y = -ring; y <= ring; y += 0.5)
      for (let x = -ring; x <= ring; x += Math.abs(y) === ring ? 0.5 : 2 * ring) tryAt(x, y);
  if (best.score === minScore) return null;
  const { x, y } = best;
  for (const dy of [-0.25, 0, 0.25]) for (const dx of [-0.25, 0, 0.25]) tryAt(x + dx, y + dy);
  return mapped(toPicture, middle + best.x, middle + best.y);
}
