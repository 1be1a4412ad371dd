/**
 * Returns a position between two others, or beyond the given one. Returns null if there is no room: after about
 * fifty halvings no number is left between two neighbors.
 */
export function positionBetween(low: number | undefined, high: number | undefined): number | null {
  const position =
    low === undefined ? (high ?? 1) - 1 : high === undefined ? low + 1 : low + (high - low) / 2;
  const hasRoom = position > (low ?? -Infinity) && position < (high ?? Infinity);
  return hasRoom ? position : null;
}
