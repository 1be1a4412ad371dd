import type { Eye } from './findEyes';

/** Three eyes that stand as a code's do: at its top left, top right and bottom left. */
export interface Triple {
  readonly topLeft: Eye;
  readonly topRight: Eye;
  readonly bottomLeft: Eye;
  /** How far from a square's corners they are; 0 is perfect. */
  readonly error: number;
}

/** The triples among eyes of one polarity and like size, the most square first; of many eyes the clearest alone. */
export function triplesOf(eyes: readonly Eye[], mostEyes: number): readonly Triple[] {
  const triples: Triple[] = [];
  for (const inverted of [false, true]) {
    const some = eyes
      .filter((eye) => eye.inverted === inverted)
      .toSorted((a, b) => b.seen / b.module - a.seen / a.module)
      .slice(0, mostEyes);
    for (const corner of some)
      for (const [i, b] of some.entries()) {
        if (b === corner || !alike(corner, b)) continue;
        for (const c of some.slice(i + 1)) {
          if (c === corner || !alike(corner, c) || !alike(b, c)) continue;
          const triple = tripleAt(corner, b, c);
          if (triple) triples.push(triple);
        }
      }
  }
  return triples.toSorted((a, b) => a.error - b.error);
}

const alike = (a: Eye, b: Eye) =>
  a.module < b.module * 1.6 + 0.5 && b.module < a.module * 1.6 + 0.5;

function tripleAt(corner: Eye, b: Eye, c: Eye): Triple | null {
  const [bx, by, cx, cy] = [b.x - corner.x, b.y - corner.y, c.x - corner.x, c.y - corner.y];
  const [toB, toC] = [Math.sqrt(bx * bx + by * by), Math.sqrt(cx * cx + cy * cy)];
  const module = (corner.module + b.module + c.module) / 3;
  // The eyes' middles are 14 modules apart in the smallest code, 170 in the largest.
  if (Math.min(toB, toC) < module * 11 || Math.max(toB, toC) > module * 200) return null;
  const lopsided = Math.abs(toB - toC) / Math.max(toB, toC);
  const cosine = Math.abs(bx * cx + by * cy) / (toB * toC);
  if (lopsided > 0.35 || cosine > 0.4) return null;
  const sizes = [corner.module, b.module, c.module];
  const uneven = Math.max(...sizes) / Math.min(...sizes) - 1;
  const error = lopsided + cosine + uneven / 4;
  // Seen from the front, the right eye is clockwise from the bottom one.
  return bx * cy - by * cx > 0
    ? { topLeft: corner, topRight: b, bottomLeft: c, error }
    : { topLeft: corner, topRight: c, bottomLeft: b, error };
}
