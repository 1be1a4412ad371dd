import type { Point } from '../QrCode';
import { brightness, type Gray } from './Gray';
import { mapped, type Homography } from './Homography';
import { levelAt, type Levels } from './Levels';

/** An alignment pattern: a dark frame of five modules, a light one, and a dark middle. */
const pattern = Array.from({ length: 25 }, (_, i) => {
  const ring = Math.max(Math.abs((i % 5) - 2), Math.abs(Math.floor(i / 5) - 2));
  return { x: (i % 5) - 2, y: Math.floor(i / 5) - 2, dark: ring !== 1 };
});

/**
 * Where on the picture the alignment pattern is whose middle should lie at a module, searched in rings around
 * it as far as `reach` modules; null where nothing there looks like one.
 */
export function findAlignment(
  gray: Gray,
  levels: Levels,
  toPicture: Homography,
  middle: number,
  inverted: boolean,
  reach: number,
): Point | null {
  let best: { readonly at: Point; readonly score: number } | null = null;
  const tryAt = (x: number, y: number, step: number) => {
    let score = 0;
    for (const module of pattern) {
      const place = mapped(toPicture, middle + x + module.x, middle + y + module.y);
      const over = brightness(gray, place.x, place.y) - levelAt(levels, place.x, place.y);
      const light = Math.max(-1, Math.min(1, over / 48));
      score += module.dark === inverted ? light : -light;
    }
    score -= Math.hypot(x, y) * 0.2;
    if (score > (best?.score ?? 12)) best = { at: { x, y }, score };
    return step;
  };
  for (let y = -reach; y <= reach; y += 0.5)
    for (let x = -reach; x <= reach; x += 0.5) tryAt(x, y, 0.5);
  if (!best) return null;
  const { at } = best as { readonly at: Point };
  for (const dy of [-0.25, 0, 0.25])
    for (const dx of [-0.25, 0, 0.25]) tryAt(at.x + dx, at.y + dy, 0.25);
  const place = (best as { readonly at: Point }).at;
  return mapped(toPicture, middle + place.x, middle + place.y);
}
