/** Number of rows that are rendered beyond each edge, so that scrolling never shows a gap. */
const margin = 2;

/** Returns the range of rows to render, from `first` up to but excluding `end`. Lengths are in CSS pixels. */
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
