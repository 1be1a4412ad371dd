import type { Point } from '../QrCode';
import { findAlignment } from './findAlignment';
import { homography, mapped, type Homography } from './Homography';
import { isDarkAt, type LeveledGray } from './Levels';
import type { Triple } from './findTriples';

/** The sampled modules of a possible code, not yet decoded. */
export interface Sampled {
  readonly size: number;
  /** Modules row by row. 1 is dark in the sense of the standard, even if the picture is inverted. */
  readonly modules: Uint8Array;
  readonly corners: readonly [Point, Point, Point, Point];
  /** Maps module coordinates to pixels. */
  readonly toPicture: Homography;
}

/** Samples a code of `size` modules per side. Returns null if the finder or timing patterns don't match. */
export function sampleCode(picture: LeveledGray, triple: Triple, size: number): Sampled | null {
  const { inverted } = triple.topLeft;
  const darkBy = (map: Homography) => (x: number, y: number) => {
    const at = mapped(map, x + 0.5, y + 0.5);
    return isDarkAt(picture, at.x, at.y) !== inverted;
  };
  const flat = affineMap(triple, size);
  if (finderMismatch(darkBy(flat), size) > 0.2) return null;
  const toPicture = perspectiveMap(picture, triple, size, flat);
  const isDark = darkBy(toPicture);
  if (timingMismatch(isDark, size) > 0.33) return null;
  const modules = new Uint8Array(size * size);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) modules[y * size + x] = isDark(x, y) ? 1 : 0;
  const corners = [
    mapped(toPicture, 0, 0),
    mapped(toPicture, size, 0),
    mapped(toPicture, size, size),
    mapped(toPicture, 0, size),
  ] as const;
  return { size, modules, corners, toPicture };
}

const patternCenters = (far: number) =>
  [
    { x: 3.5, y: 3.5 },
    { x: far, y: 3.5 },
    { x: far, y: far },
    { x: 3.5, y: far },
  ] as const;

/** Returns a map without perspective, which is exact near the finder patterns. */
function affineMap({ topLeft, topRight, bottomLeft }: Triple, size: number): Homography {
  const fourth = {
    x: topRight.x + bottomLeft.x - topLeft.x,
    y: topRight.y + bottomLeft.y - topLeft.y,
  };
  return homography(patternCenters(size - 3.5), [topLeft, topRight, fourth, bottomLeft]);
}

/**
 * Adds the perspective that is measured at the last alignment pattern. Codes of version 1 have no alignment
 * pattern.
 */
function perspectiveMap(
  picture: LeveledGray,
  { topLeft, topRight, bottomLeft }: Triple,
  size: number,
  flat: Homography,
): Homography {
  if (size < 25) return flat;
  const middle = size - 6.5;
  const reach = Math.min(3 + size / 16, 8);
  const { inverted } = topLeft;
  const found = findAlignment(picture, flat, { middle, reach, inverted });
  if (!found) return flat;
  const [a, b, , d] = patternCenters(size - 3.5);
  return homography([a, b, { x: middle, y: middle }, d], [topLeft, topRight, found, bottomLeft]);
}

type IsDark = (x: number, y: number) => boolean;

/** Returns the share of finder pattern modules that differ from the standard. */
function finderMismatch(isDark: IsDark, size: number): number {
  let wrong = 0;
  for (const [left, top] of [
    [0, 0],
    [size - 7, 0],
    [0, size - 7],
  ] as const)
    for (let i = 0; i < 49; i++) {
      const ring = Math.max(Math.abs((i % 7) - 3), Math.abs(Math.floor(i / 7) - 3));
      if (isDark(left + (i % 7), top + Math.floor(i / 7)) !== (ring !== 2)) wrong++;
    }
  return wrong / 147;
}

/** Returns the share of timing pattern modules that differ from the standard. */
function timingMismatch(isDark: IsDark, size: number): number {
  let wrong = 0;
  for (let i = 8; i < size - 8; i++) {
    if (isDark(i, 6) !== (i % 2 === 0)) wrong++;
    if (isDark(6, i) !== (i % 2 === 0)) wrong++;
  }
  return wrong / (2 * (size - 16));
}
