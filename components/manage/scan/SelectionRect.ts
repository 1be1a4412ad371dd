/** A place on a picture, in shares of its width and height. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A rectangle on a picture, in shares of its width and height from the top left. */
export interface SelectionRect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Less of a picture than this is a slip of the hand. */
const least = 0.01;
/** Where the arrow keys begin, and how far one press goes. */
const middle: SelectionRect = { left: 0.35, top: 0.35, width: 0.3, height: 0.3 };
const step = 0.02;

const onPicture = (share: number) => Math.min(Math.max(share, 0), 1);

/** The rectangle between two corners, as much of it as is on the picture. */
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

/** The rectangle after an arrow key, which moves it, or with Shift its lower right corner; null for another key. */
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
