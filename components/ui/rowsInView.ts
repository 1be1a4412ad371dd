/** How many rows beyond the edges are drawn, so that scrolling never shows a gap. */
const margin = 2;

/** Which rows of a list to draw: from `first` up to, without, `end`. Lengths in CSS pixels. */
export function rowsInView(
  top: number,
  viewHeight: number,
  rowHeight: number,
  count: number,
): { first: number; end: number } {
  const first = Math.max(0, Math.min(count, Math.floor(top / rowHeight)) - margin);
  const end = Math.min(count, Math.ceil((top + viewHeight) / rowHeight) + margin);
  return { first, end };
}
