/**
 * Returns a position between two others. Without `low` or `high`, returns a position below or above the given
 * one. Returns null if no number is left between the two, which happens after about fifty halvings.
 */
export function positionBetween(low: number | undefined, high: number | undefined): number | null {
  const position =
    low === undefined ? (high ?? 1) - 1 : high === undefined ? low + 1 : low + (high - low) / 2;
  const hasRoom = position > (low ?? -Infinity) && position < (high ?? Infinity);
  return hasRoom ? position : null;
}
