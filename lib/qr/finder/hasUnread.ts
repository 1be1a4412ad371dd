import type { Picture } from '../Picture';
import type { Point, QrCode } from '../QrCode';
import { candidates } from './candidates';
import { light } from './findCodes';
import type { Gray } from './Gray';
import { within } from './within';

/** Larger pictures are looked through at half their size: this is a glance, not a search. */
const largeSide = 600;

/** Whether something that looks like a code stands beside those that are read. */
export function hasUnread(picture: Picture, known: readonly QrCode[]): boolean {
  const step = Math.min(picture.width, picture.height) > largeSide ? 2 : 1;
  const isKnown = ({ x, y }: Point) =>
    known.some(({ corners }) => within(corners, { x: x * step, y: y * step }));
  const hasty = { ...light, step: 2, slack: 0.5, triples: 12 };
  return candidates(glance(picture, step), hasty, isKnown).next().done === false;
}

/** Every pixel, or every second one of every second row, by its green: the most of what eyes see as bright. */
function glance({ width, height, data }: Picture, step: number): Gray {
  const columns = Math.floor(width / step);
  const rows = Math.floor(height / step);
  const gray = new Uint8Array(columns * rows);
  for (let y = 0, to = 0; y < rows; y++)
    for (let x = 0, at = y * step * width * 4 + 1; x < columns; x++, at += step * 4)
      gray[to++] = data[at]!;
  return { width: columns, height: rows, data: gray };
}
