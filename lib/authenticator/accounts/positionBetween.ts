/**
 * A position between two others, or beyond the one that there is. Null where there is no room: after some fifty
 * halvings no number lies between two neighbours.
 */
export function positionBetween(low: number | undefined, high: number | undefined): number | null {
  const position =
    low === undefined ? (high ?? 1) - 1 : high === undefined ? low + 1 : low + (high - low) / 2;
  const hasRoom = position > (low ?? -Infinity) && position < (high ?? Infinity);
  return hasRoom ? position : null;
}
