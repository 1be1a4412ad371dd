import type { Point } from '../QrCode';

/** A projective map of the plane: a 3 × 3 matrix, row by row (Heckbert, Fundamentals of Texture Mapping, 1989). */
export type Homography = readonly [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

export type Quad = readonly [Point, Point, Point, Point];

/** Applies the map to a point. */
export function mapped([a, b, c, d, e, f, g, h, i]: Homography, x: number, y: number): Point {
  const under = g * x + h * y + i;
  return { x: (a * x + b * y + c) / under, y: (d * x + e * y + f) / under };
}

/** Maps the unit square (0,0), (1,0), (1,1), (0,1) to four points. */
function fromSquare([p, q, r, s]: Quad): Homography {
  const [sx, sy] = [p.x - q.x + r.x - s.x, p.y - q.y + r.y - s.y];
  const [dx1, dy1, dx2, dy2] = [q.x - r.x, q.y - r.y, s.x - r.x, s.y - r.y];
  const det = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / det;
  const h = (dx1 * sy - sx * dy1) / det;
  return [
    q.x - p.x + g * q.x,
    s.x - p.x + h * s.x,
    p.x,
    q.y - p.y + g * q.y,
    s.y - p.y + h * s.y,
    p.y,
    g,
    h,
    1,
  ];
}

/** Returns the inverse up to a factor, which doesn't matter in a projective map. */
const adjugate = ([a, b, c, d, e, f, g, h, i]: Homography): Homography => [
  e * i - f * h,
  c * h - b * i,
  b * f - c * e,
  f * g - d * i,
  a * i - c * g,
  c * d - a * f,
  d * h - e * g,
  b * g - a * h,
  a * e - b * d,
];

function product(m: Homography, n: Homography): Homography {
  const cell = (row: number, column: number) =>
    m[row * 3]! * n[column]! + m[row * 3 + 1]! * n[column + 3]! + m[row * 3 + 2]! * n[column + 6]!;
  return [
    cell(0, 0),
    cell(0, 1),
    cell(0, 2),
    cell(1, 0),
    cell(1, 1),
    cell(1, 2),
    cell(2, 0),
    cell(2, 1),
    cell(2, 2),
  ];
}

/**
 * Returns the map from the corners of one quadrilateral to the corners of another. No three corners of a
 * quadrilateral may be collinear.
 */
export const homography = (from: Quad, to: Quad): Homography =>
  product(fromSquare(to), adjugate(fromSquare(from)));
