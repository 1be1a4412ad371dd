import type { Point } from '../QrCode';

/** Whether a point lies inside a convex quadrilateral or on its edge. */
export function isWithin(corners: readonly Point[], { x, y }: Point): boolean {
  const sides = corners.map((a, i) => {
    const b = corners[(i + 1) % corners.length] ?? a;
    return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
  });
  return sides.every((side) => side >= 0) || sides.every((side) => side <= 0);
}
