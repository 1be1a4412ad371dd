import type { Point, QrCode } from '../QrCode';
import { candidates } from './candidates';
import { light } from './findCodes';
import type { Gray } from './Gray';
import { within } from './within';

/** Larger pictures are looked through at half their size: this is a glance, not a search. */
const largeSide = 600;

/** Whether something that looks like a code stands beside those that are read. */
export function hasUnread(gray: Gray, known: readonly QrCode[]): boolean {
  const step = Math.min(gray.width, gray.height) > largeSide ? 2 : 1;
  const isKnown = ({ x, y }: Point) =>
    known.some(({ corners }) => within(corners, { x: x * step, y: y * step }));
  const hasty = { ...light, step: 2, slack: 0.5, eyes: 24, triples: 12 };
  return candidates(glance(gray, step), hasty, isKnown).next().done === false;
}

/** Every pixel, or every second one of every second row. */
function glance({ width, height, data }: Gray, step: number): Gray {
  const columns = Math.floor(width / step);
  const rows = Math.floor(height / step);
  const out = new Uint8Array(columns * rows);
  for (let y = 0, to = 0; y < rows; y++)
    for (let x = 0, at = y * step * width; x < columns; x++, at += step) out[to++] = data[at]!;
  return { width: columns, height: rows, data: out };
}
