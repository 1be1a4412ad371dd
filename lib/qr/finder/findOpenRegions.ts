import type { Picture } from '../Picture';
import type { Point } from '../QrCode';
import { findUprightTriples, type Triple } from './findTriples';
import { sampled, type Gray } from './Gray';
import type { Glance } from './glanceAt';
import { hasAlternation } from './hasAlternation';

/** A part of a picture that seems to contain a code without a quiet zone. */
export interface Region {
  readonly gray: Gray;
  /** The middle of the region in the whole picture. */
  readonly middle: Point;
  /** Maps a position in the region to the whole picture. */
  readonly toPicture: (point: Point) => Point;
}

/** Maximum number of triples to check, and of regions. */
const most = { triples: 100, regions: 4 };
/** Maximum side of a region in pixels. Larger regions are subsampled. */
const maxSide = 800;
/** Distance from the centers of the finder patterns to the edge of the region, in modules. */
const margin = 6;

/** Returns the regions of the picture that seem to contain codes without a quiet zone, the likeliest first. */
export function findOpenRegions(
  image: Picture | Gray,
  { closed, open, pixels, scale }: Glance,
  isKnown: (point: Point) => boolean,
): readonly Region[] {
  const unknown = open.filter((pattern) => !isKnown(pattern));
  if (unknown.length === 0) return [];
  const isOpen = new Set(unknown);
  const patterns = [...unknown, ...closed.filter((pattern) => !isKnown(pattern))];
  return findUprightTriples(patterns)
    .filter((triple) => cornersOf(triple).some((pattern) => isOpen.has(pattern)))
    .slice(0, most.triples)
    .filter((triple) => hasAlternation(pixels, triple, scale))
    .slice(0, most.regions)
    .map((triple) => regionAt(image, triple));
}

const cornersOf = ({ topLeft, topRight, bottomLeft }: Triple) => [topLeft, topRight, bottomLeft];

function regionAt(image: Picture | Gray, triple: Triple): Region {
  const { topLeft, topRight, bottomLeft } = triple;
  const fourth = {
    x: topRight.x + bottomLeft.x - topLeft.x,
    y: topRight.y + bottomLeft.y - topLeft.y,
  };
  const points = [topLeft, topRight, bottomLeft, fourth];
  const beyond = margin * Math.max(...cornersOf(triple).map(({ module }) => module));
  const edges = (values: readonly number[], length: number) => {
    const from = Math.max(Math.floor(Math.min(...values) - beyond), 0);
    return [from, Math.min(Math.ceil(Math.max(...values) + beyond), length) - from] as const;
  };
  const [left, width] = edges(
    points.map(({ x }) => x),
    image.width,
  );
  const [top, height] = edges(
    points.map(({ y }) => y),
    image.height,
  );
  const step = Math.ceil(Math.max(width, height) / maxSide);
  const gray = sampled(image, {
    left,
    top,
    columns: Math.floor(width / step),
    rows: Math.floor(height / step),
    across: step,
    down: step,
  });
  const toPicture = ({ x, y }: Point) => ({ x: x * step + left, y: y * step + top });
  return { gray, middle: { x: left + width / 2, y: top + height / 2 }, toPicture };
}
