import type { Point } from '../QrCode';
import type { QrSymbol } from '../QrSymbol';
import { findCandidates } from './findCandidates';
import { light } from './findCodes';
import type { Gray } from './Gray';
import { isWithin } from './isWithin';

/** Larger pictures are subsampled by two: this check must be cheap. */
const maxFullSide = 600;

/** Whether the picture seems to hold a code beside those that are decoded. */
export function hasUndecodedSymbol(gray: Gray, known: readonly QrSymbol[]): boolean {
  const step = Math.min(gray.width, gray.height) > maxFullSide ? 2 : 1;
  const isKnown = ({ x, y }: Point) =>
    known.some(({ corners }) => isWithin(corners, { x: x * step, y: y * step }));
  const hastyPass = { ...light, step: 2, slack: 0.5, patterns: 24, triples: 12 };
  return findCandidates(subsampled(gray, step), hastyPass, isKnown).next().done === false;
}

/** Takes every `step`th pixel of every `step`th row. */
function subsampled({ width, height, data }: Gray, step: number): Gray {
  const columns = Math.floor(width / step);
  const rows = Math.floor(height / step);
  const out = new Uint8Array(columns * rows);
  for (let y = 0, to = 0; y < rows; y++)
    for (let x = 0, at = y * step * width; x < columns; x++, at += step) out[to++] = data[at]!;
  return { width: columns, height: rows, data: out };
}
