import type { Point } from '../QrCode';
import { findAlignment } from './alignment';
import { brightness, type Gray } from './Gray';
import { homography, mapped, type Homography } from './Homography';
import { levelAt, type Levels } from './Levels';
import type { Triple } from './triples';

/** A code as its modules, straightened; whether it holds a text is for a decoder to say. */
export interface Sampled {
  readonly size: number;
  /** Row by row; 1 is dark as the standard means it, whichever way the picture is. */
  readonly modules: Uint8Array;
  readonly corners: readonly [Point, Point, Point, Point];
  /** From modules to the picture. */
  readonly toPicture: Homography;
}

/** The modules of a triple's code if its side has that many, or null where its fixed patterns deny it. */
export function sampleCode(
  gray: Gray,
  levels: Levels,
  triple: Triple,
  size: number,
): Sampled | null {
  const { inverted } = triple.topLeft;
  const darkBy = (map: Homography) => (x: number, y: number) => {
    const at = mapped(map, x + 0.5, y + 0.5);
    return brightness(gray, at.x, at.y) <= levelAt(levels, at.x, at.y) !== inverted;
  };
  const flat = flatMap(triple, size);
  if (eyesMismatch(darkBy(flat), size) > 0.2) return null;
  const toPicture = bentMap(gray, levels, triple, size, flat);
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

const eyesOf = (far: number) =>
  [
    { x: 3.5, y: 3.5 },
    { x: far, y: 3.5 },
    { x: far, y: far },
    { x: 3.5, y: far },
  ] as const;

/** As if the code were seen from straight above: right near the eyes in any case. */
function flatMap({ topLeft, topRight, bottomLeft }: Triple, size: number): Homography {
  const fourth = {
    x: topRight.x + bottomLeft.x - topLeft.x,
    y: topRight.y + bottomLeft.y - topLeft.y,
  };
  return homography(eyesOf(size - 3.5), [topLeft, topRight, fourth, bottomLeft]);
}

/** With the perspective that the last alignment pattern tells of, from version 2 on. */
function bentMap(
  gray: Gray,
  levels: Levels,
  { topLeft, topRight, bottomLeft }: Triple,
  size: number,
  flat: Homography,
): Homography {
  if (size < 25) return flat;
  const middle = size - 6.5;
  const reach = Math.min(3 + size / 16, 8);
  const found = findAlignment(gray, levels, flat, middle, topLeft.inverted, reach);
  if (!found) return flat;
  const [a, b, , d] = eyesOf(size - 3.5);
  return homography([a, b, { x: middle, y: middle }, d], [topLeft, topRight, found, bottomLeft]);
}

type IsDark = (x: number, y: number) => boolean;

/** The share of the eyes' modules that are not as the standard draws them. */
function eyesMismatch(isDark: IsDark, size: number): number {
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

/** The same of the two timing lines. */
function timingMismatch(isDark: IsDark, size: number): number {
  let wrong = 0;
  for (let i = 8; i < size - 8; i++) {
    if (isDark(i, 6) !== (i % 2 === 0)) wrong++;
    if (isDark(6, i) !== (i % 2 === 0)) wrong++;
  }
  return wrong / (2 * (size - 16));
}
