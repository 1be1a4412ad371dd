/**
 * Returns a position between `low` and `high`. Without `low`, the position is below `high`; without `high`, it is
 * above `low`. Returns null if no number is left between `low` and `high`, which happens after about fifty
 * halvings.
 */
export function positionBetween(low: number | undefined, high: number | undefined): number | null {
  const position =
    low === undefined ? (high ?? 1) - 1 : high === undefined ? low + 1 : low + (high - low) / 2;
  const hasRoom = position > (low ?? -Infinity) && position < (high ?? Infinity);
  return hasRoom ? position : null;
}
