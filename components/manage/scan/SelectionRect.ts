/** A position on a picture, as fractions of the picture's width and height. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A rectangle on a picture, as fractions of the picture's width and height from the top left. */
export interface SelectionRect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Minimum side of a selection, as a fraction of the picture's side. Smaller selections are ignored as accidental.
 */
const least = 0.01;
/** The initial rectangle for the arrow keys. `step` is the distance of one key press. */
const middle: SelectionRect = { left: 0.35, top: 0.35, width: 0.3, height: 0.3 };
const step = 0.02;

const onPicture = (share: number) => Math.min(Math.max(share, 0), 1);

/** Returns the rectangle between two corners, clipped to the picture. */
export function between(a: Place, b: Place): SelectionRect {
  const [left, right] = [onPicture(Math.min(a.x, b.x)), onPicture(Math.max(a.x, b.x))];
  const [top, bottom] = [onPicture(Math.min(a.y, b.y)), onPicture(Math.max(a.y, b.y))];
  return { left, top, width: right - left, height: bottom - top };
}

export const isArea = ({ width, height }: SelectionRect): boolean =>
  width >= least && height >= least;

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};

/**
 * Returns the rectangle after an arrow key. The key moves the rectangle or, with Shift, its lower right corner.
 * Returns null for other keys.
 */
export function moved(
  area: SelectionRect | null,
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
): SelectionRect | null {
  const [x, y] = directions[key] ?? [];
  if (x === undefined || y === undefined) return null;
  if (!area) return middle;
  const { left, top, width, height } = area;
  if (shiftKey)
    return {
      left,
      top,
      width: Math.min(Math.max(width + x, step), 1 - left),
      height: Math.min(Math.max(height + y, step), 1 - top),
    };
  return {
    left: Math.min(Math.max(left + x, 0), 1 - width),
    top: Math.min(Math.max(top + y, 0), 1 - height),
    width,
    height,
  };
}
